"""Statements recorded by hand, and claims: added, read by a second person, withdrawn."""

from django.urls import URLPattern, path

from homeward.web.views import claims, statements

urlpatterns: list[URLPattern] = [
    path("report/<str:reference>/statement", statements.record, name="record_statement"),
    path("statement/<str:reference>", statements.show_statement, name="statement"),
    path("statement/<str:reference>/claim", claims.add, name="add_claim"),
    path("statement/<str:reference>/promise", statements.promise, name="record_promise"),
    path("claim/<str:reference>", claims.show_claim, name="claim"),
    path("claim/<str:reference>/withdraw", claims.withdraw, name="withdraw_claim"),
    path("claim/<str:reference>/second-reader", claims.confirm, name="confirm_claim"),
    path("case/<int:number>/second-reader", claims.show_second_readings, name="second_readings"),
]
