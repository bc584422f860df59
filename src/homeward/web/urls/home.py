"""Home, search, and what is open to all."""

from django.urls import URLPattern, path

from homeward.web.views import entering, find, health, home, language

urlpatterns: list[URLPattern] = [
    path("", home.show_home, name="home"),
    path("enter", entering.enter, name="enter"),
    path("first-start", entering.open_desk, name="first_start"),
    path("leave", entering.leave, name="leave"),
    path("language", language.choose_language, name="language"),
    path("health", health.show_health, name="health"),
    path("find", find.show_find, name="find"),
]
