"""The addresses of the pages, one file for each part of the desk."""

from django.urls import URLPattern, URLResolver

from homeward.web.urls import (
    account,
    cases,
    ending,
    families,
    home,
    ledger,
    lists,
    people,
    reports,
    statements,
    users,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *home.urlpatterns,
    *account.urlpatterns,
    *cases.urlpatterns,
    *people.urlpatterns,
    *reports.urlpatterns,
    *statements.urlpatterns,
    *ledger.urlpatterns,
    *families.urlpatterns,
    *lists.urlpatterns,
    *ending.urlpatterns,
    *users.urlpatterns,
]
