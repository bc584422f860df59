"""A case as a whole."""

from django.urls import URLPattern, path

from homeward.web.views import candidates, cases, findings

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/", cases.show_case, name="case"),
    path("case/<int:number>/candidates", candidates.show_candidates, name="candidates"),
    path("case/<int:number>/findings", findings.show_findings, name="findings"),
]
