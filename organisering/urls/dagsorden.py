from django.urls import path

from organisering.views.bilagsfil import bilag_fil
from organisering.views.moedeside import moede_detail
from organisering.views.sag import sag_detail

urlpatterns = [
    path("moeder/<uuid:uuid>/", moede_detail, name="moede-detail"),
    path("bilag/<uuid:uuid>/", bilag_fil, name="bilag-fil"),
    path("sager/<uuid:uuid>/", sag_detail, name="sag-detail"),
]
