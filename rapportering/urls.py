from django.urls import path

from rapportering.views import afrapportering, moedetryk, statuslinje, statusrapport
from rapportering.views.soegning import soegning

app_name = "rapportering"
urlpatterns = [
    path("soeg/", soegning, name="soegning"),
    path("status/", statusrapport.statusrapport_list, name="statusrapport-list"),
    path("status/<heltal:pk>/", statusrapport.statusrapport_detail, name="statusrapport-detail"),
    path("status/<heltal:rapport_pk>/linjer/<heltal:pk>/", statuslinje.statuslinje_update, name="statuslinje-update"),
    path("status/<heltal:pk>/kontrol/", statusrapport.statusrapport_kontrol, name="statusrapport-kontrol"),
    path("status/<heltal:pk>/indsend/", statusrapport.statusrapport_indsend, name="statusrapport-indsend"),
    path("status/<heltal:pk>/underskriv/", statusrapport.statusrapport_underskriv, name="statusrapport-underskriv"),
    path("status/<heltal:pk>/godkend/", statusrapport.statusrapport_godkend, name="statusrapport-godkend"),
    path("status/<heltal:pk>/returner/", statusrapport.statusrapport_returner, name="statusrapport-returner"),
    path("rapporter/", afrapportering.afrapportering_list, name="afrapportering-list"),
    path("rapporter/bestil/", afrapportering.afrapportering_bestil, name="afrapportering-bestil"),
    path("rapporter/<uuid:uuid>/", afrapportering.afrapportering_detail, name="afrapportering-detail"),
    path("rapporter/<uuid:uuid>/rapport.pdf", afrapportering.afrapportering_pdf, name="afrapportering-pdf"),
    path("rapporter/<uuid:uuid>/fremdrift/", afrapportering.afrapportering_fremdrift, name="afrapportering-fremdrift"),
    path("rapporter/<uuid:uuid>/udgiv/", afrapportering.afrapportering_udgiv, name="afrapportering-udgiv"),
    path("rapporter/<uuid:uuid>/igen/", afrapportering.afrapportering_igen, name="afrapportering-igen"),
    path("moeder/<uuid:uuid>/tryk/<slug:slags>/", moedetryk.moedetryk_bestil, name="moedetryk-bestil"),
    path("moeder/<uuid:uuid>/<slug:slags>.pdf", moedetryk.moedetryk_offentlig, name="moedetryk-offentlig"),
    path("tryk/<uuid:uuid>/", moedetryk.moedetryk_detail, name="moedetryk-detail"),
    path("tryk/<uuid:uuid>/dokument.pdf", moedetryk.moedetryk_pdf, name="moedetryk-pdf"),
]
