from django.urls import path

from organisering.views.bilag import bilag_create, bilag_flyt, bilag_slet, bilag_update
from organisering.views.bilagsfil import bilag_fil
from organisering.views.dagsorden import dagsorden_begynd, dagsorden_rediger, dagsorden_udgiv, dagsorden_udsend
from organisering.views.dagsordenspunkt import punkt_create, punkt_slet, punkt_update
from organisering.views.moedeside import moede_detail
from organisering.views.ordlyd import punkt_ordlyd
from organisering.views.punktplads import punkt_flyt
from organisering.views.sag import punkt_send, sag_detail

urlpatterns = [
    path("moeder/<uuid:uuid>/", moede_detail, name="moede-detail"),
    path("moeder/<uuid:uuid>/dagsorden/", dagsorden_rediger, name="dagsorden-rediger"),
    path("moeder/<uuid:uuid>/dagsorden/begynd/", dagsorden_begynd, name="dagsorden-begynd"),
    path("moeder/<uuid:uuid>/dagsorden/udsend/", dagsorden_udsend, name="dagsorden-udsend"),
    path("moeder/<uuid:uuid>/dagsorden/udgiv/", dagsorden_udgiv, name="dagsorden-udgiv"),
    path("moeder/<uuid:uuid>/punkter/nyt/", punkt_create, name="punkt-create"),
    path("punkter/<heltal:pk>/rediger/", punkt_update, name="punkt-update"),
    path("punkter/<heltal:pk>/slet/", punkt_slet, name="punkt-slet"),
    path("punkter/<heltal:pk>/flyt/", punkt_flyt, name="punkt-flyt"),
    path("punkter/<heltal:pk>/ordlyd/", punkt_ordlyd, name="punkt-ordlyd"),
    path("punkter/<heltal:pk>/send/", punkt_send, name="punkt-send"),
    path("punkter/<heltal:pk>/bilag/nyt/", bilag_create, name="bilag-create"),
    path("bilag/<uuid:uuid>/", bilag_fil, name="bilag-fil"),
    path("bilag/<uuid:uuid>/rediger/", bilag_update, name="bilag-update"),
    path("bilag/<uuid:uuid>/slet/", bilag_slet, name="bilag-slet"),
    path("bilag/<uuid:uuid>/flyt/", bilag_flyt, name="bilag-flyt"),
    path("sager/<uuid:uuid>/", sag_detail, name="sag-detail"),
]
