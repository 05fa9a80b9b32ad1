from django.contrib import admin
from django.urls import include, path

from rapportering.views.forside import forside
from rapportering.views.was import was

urlpatterns = [
    path("", forside, name="forside"),
    path("", include("organisering.urls")),
    path("", include("indsatser.urls")),
    path("", include("rapportering.urls")),
    path("was", was, name="was"),
    path("konto/", include("sundhedsaftale.konto")),
    path("admin/", admin.site.urls),
]
