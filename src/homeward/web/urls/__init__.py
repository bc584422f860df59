"""The addresses of the pages, one file for each part of the desk."""

from django.urls import URLPattern, URLResolver

from homeward.web.urls import account, cases, home, lists, people, users

urlpatterns: list[URLPattern | URLResolver] = [
    *home.urlpatterns,
    *account.urlpatterns,
    *cases.urlpatterns,
    *people.urlpatterns,
    *lists.urlpatterns,
    *users.urlpatterns,
]
