"""Lists: taken in, prepared, handed over, answered."""

from django.urls import URLPattern, path

from homeward.web.views import bringing, lists, preparing, rounds

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/lists", lists.show_lists, name="lists"),
    path("case/<int:number>/lists/bring", bringing.bring, name="bring"),
    path("case/<int:number>/lists/brought/<str:token>", bringing.brought, name="brought"),
    path("case/<int:number>/lists/match", lists.match_case, name="match_case"),
    path("case/<int:number>/rounds", rounds.show_grid, name="grid"),
    path("case/<int:number>/unanswered", rounds.show_unanswered, name="unanswered"),
    path("case/<int:number>/prepare", preparing.prepare, name="prepare"),
    path("case/<int:number>/prepared", preparing.show_preparations, name="preparations"),
    path("prepared/<str:reference>", preparing.show_preparation, name="preparation"),
    path("prepared/<str:reference>/harm/<str:person>", preparing.assess, name="assess"),
    path("list/<str:reference>", lists.show_list, name="list"),
    path("list/<str:reference>/row/<int:ordinal>", lists.show_row, name="list_row"),
    path("list/<str:reference>/row/<int:ordinal>/link", lists.link_row, name="link_row"),
    path("list/<str:reference>/match", lists.match_list, name="match_list"),
    path("list/<str:reference>/told", lists.let_be_told, name="let_title_be_told"),
    path("list/<str:reference>/file", lists.list_file, name="list_file"),
    path("list/<str:reference>/pdf", lists.list_pdf, name="list_pdf"),
    path("list/<str:reference>/handover", rounds.hand_over, name="hand_over"),
    path("list/<str:reference>/answer", rounds.answer_list, name="answer_list"),
    path("handover/<str:reference>", rounds.show_handover, name="handover"),
    path("answer/<str:reference>", rounds.show_answer, name="answer"),
]
