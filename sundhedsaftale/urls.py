from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from rapportering.views.forside import forside
from rapportering.views.was import was

# The administration has no door of its own: rate limits and two-factor stand at the portal's.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", forside, name="forside"),
    path("", include("organisering.urls")),
    path("", include("indsatser.urls")),
    path("", include("rapportering.urls")),
    path("was", was, name="was"),
    path("konto/", include("sundhedsaftale.konto")),
    path("admin/", admin.site.urls),
]
