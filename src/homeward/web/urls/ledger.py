"""Promises, contacts and silences."""

from django.urls import URLPattern, path

from homeward.web.views import calendar, contacts, promises, silences

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/promises", promises.show_promises, name="promises"),
    path("case/<int:number>/promises.<str:form>", promises.promises_file, name="promises_file"),
    path("promise/<str:reference>", promises.show_promise, name="promise"),
    path("promise/<str:reference>/review", promises.review, name="review_promise"),
    path("case/<int:number>/contacts", contacts.show_contacts, name="contacts"),
    path("case/<int:number>/contacts/new", contacts.record, name="record_contact"),
    path("contact/<str:reference>", contacts.show_contact, name="contact"),
    path("case/<int:number>/silences", silences.show_silences, name="silences"),
    path("case/<int:number>/silences/new", silences.record, name="record_silence"),
    path("silence/<str:reference>", silences.show_silence, name="silence"),
    path("case/<int:number>/due.ics", calendar.give_calendar, name="calendar"),
]
