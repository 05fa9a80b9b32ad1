"""The account pages there are, and no others: people are invited, and an administrator changes an address."""

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("log-ind/", views.login, name="account_login"),
    path("log-ud/", views.logout, name="account_logout"),
    path("spaerret/", views.account_inactive, name="account_inactive"),
    path("opret/", views.signup, name="account_signup"),
    path("bekraeft-adgang/", views.reauthenticate, name="account_reauthenticate"),
    path("adgangskode/skift/", views.password_change, name="account_change_password"),
    path("adgangskode/glemt/", views.password_reset, name="account_reset_password"),
    path("adgangskode/glemt/sendt/", views.password_reset_done, name="account_reset_password_done"),
    path("adgangskode/ny/faerdig/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "adgangskode/ny/<slug:uidb36>-<path:key>/",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("to-faktor/", include("allauth.mfa.urls")),
]
