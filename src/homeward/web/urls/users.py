"""Who works at the desk, what each may do, what is closed to whom, and what was done."""

from django.urls import URLPattern, path

from homeward.web.views import audit, closing, users

urlpatterns: list[URLPattern] = [
    path("users", users.show_users, name="users"),
    path("users/<int:number>", users.show_user, name="user"),
    path("case/new", closing.open_new_case, name="new_case"),
    path("case/<int:number>/access", closing.show_access, name="access"),
    path("case/<int:number>/lock", closing.lock, name="lock_case"),
    path("case/<int:number>/unlock", closing.unlock, name="unlock_case"),
    path("audit", audit.show_audit, name="audit"),
    path("audit/verify", audit.verify, name="verify_audit"),
]
