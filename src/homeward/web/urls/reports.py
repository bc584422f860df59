"""Reports, and what is read in them."""

from django.urls import URLPattern, path

from homeward.web.views import proposals, reports

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/reports", reports.show_reports, name="reports"),
    path("case/<int:number>/reports/new", reports.take_in, name="take_in_report"),
    path("case/<int:number>/proposals", proposals.show_proposals, name="proposals"),
    path("report/<str:reference>", reports.show_report, name="report"),
    path("report/<str:reference>/title", reports.rename, name="rename_report"),
    path("proposal/<str:reference>", proposals.show_proposal, name="proposal"),
    path("proposal/<str:reference>/decide", proposals.decide, name="decide"),
    path("proposal/<str:reference>/undo", proposals.undo, name="undo_decision"),
]
