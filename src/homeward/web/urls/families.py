"""Those who ask, what they agreed to, what they are told, and what is held about one of them."""

from django.urls import URLPattern, path

from homeward.web.views import asking, briefings, drafts, enquirers, held

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/asks", asking.search, name="ask"),
    path("case/<int:number>/asks/new", asking.record, name="record_ask"),
    path("case/<int:number>/enquirers", enquirers.show_enquirers, name="enquirers"),
    path("case/<int:number>/briefings", briefings.show_briefings, name="briefings"),
    path("enquirer/<str:reference>", enquirers.show_enquirer, name="enquirer"),
    path("enquirer/<str:reference>/enquiry/<str:code>", enquirers.show_receipt, name="receipt"),
    path("enquirer/<str:reference>/consent/<str:person>", enquirers.consent, name="consent"),
    path("enquirer/<str:reference>/brief/<str:person>", drafts.compose, name="compose"),
    path("enquirer/<str:reference>/draft/<int:number>", drafts.show_draft, name="draft"),
    path("enquirer/<str:reference>/held", held.show_held_of_enquirer, name="held_of_enquirer"),
    path("enquirer/<str:reference>/held.csv", held.file_of_enquirer, name="held_file_of_enquirer"),
    path("person/<str:reference>/held", held.show_held_of_person, name="held_of_person"),
    path("person/<str:reference>/held.csv", held.file_of_person, name="held_file_of_person"),
    path("claim/<str:reference>/for-whom", enquirers.reserve, name="reserve_claim"),
    path("briefing/<str:reference>", briefings.show_briefing, name="briefing"),
    path("briefing/<str:reference>/text", briefings.text_file, name="briefing_text"),
    path("briefing/<str:reference>/pdf", briefings.pdf_file, name="briefing_pdf"),
]
