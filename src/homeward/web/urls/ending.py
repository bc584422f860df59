"""The end of the work: closing, contact reduced, reviews of what is kept, purges."""

from django.urls import URLPattern, path

from homeward.web.views import ending, purges, retention

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/ending", ending.show_ending, name="ending"),
    path("case/<int:number>/close", ending.close_case, name="close_case"),
    path("person/<str:reference>/close", ending.close_part, name="close_part"),
    path("enquirer/<str:reference>/contact/<str:person>", ending.contact, name="change_contact"),
    path("reviews", retention.show_reviews, name="reviews"),
    path("review/<int:number>", retention.decide, name="decide_review"),
    path("person/<str:reference>/purge", purges.ask_of_person, name="purge_person"),
    path("enquirer/<str:reference>/purge", purges.ask_of_enquirer, name="purge_enquirer"),
    path("purge/<int:number>", purges.show_purge, name="purge"),
    path("purge/<int:number>/again", purges.again, name="seek_again"),
]
