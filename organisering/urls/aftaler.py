from django.urls import path

from organisering.views.aftale import aftale_detail, aftale_list
from organisering.views.aftaleversion import (
    aftaleversion_create,
    aftaleversion_detail,
    aftaleversion_godkend,
    aftaleversion_indsend,
    aftaleversion_send,
    aftaleversion_update,
)
from organisering.views.dokument import (
    dokument_create_aftale,
    dokument_create_organ,
    dokument_detail,
    dokument_update,
    dokumentversion_create,
)
from organisering.views.dokumentfil import dokumentversion_fil
from organisering.views.partsgodkendelse import partsgodkendelse_skema, partsgodkendelse_update

_VERSION = "aftaler/<slug:slug>/versioner/<heltal:nummer>/"

urlpatterns = [
    path("aftaler/", aftale_list, name="aftale-list"),
    path("aftaler/<slug:slug>/", aftale_detail, name="aftale-detail"),
    path("aftaler/<slug:slug>/versioner/ny/", aftaleversion_create, name="aftaleversion-create"),
    path(_VERSION, aftaleversion_detail, name="aftaleversion-detail"),
    path(f"{_VERSION}rediger/", aftaleversion_update, name="aftaleversion-update"),
    path(f"{_VERSION}send/", aftaleversion_send, name="aftaleversion-send"),
    path(f"{_VERSION}godkend/", aftaleversion_godkend, name="aftaleversion-godkend"),
    path(f"{_VERSION}indsend/", aftaleversion_indsend, name="aftaleversion-indsend"),
    path(f"{_VERSION}parter/", partsgodkendelse_skema, name="partsgodkendelse-skema"),
    path(f"{_VERSION}parter/<heltal:pk>/", partsgodkendelse_update, name="partsgodkendelse-update"),
    path("aftaler/<slug:slug>/dokumenter/ny/", dokument_create_aftale, name="dokument-create-aftale"),
    path("organer/<slug:slug>/dokumenter/ny/", dokument_create_organ, name="dokument-create-organ"),
    path("dokumenter/<heltal:pk>/", dokument_detail, name="dokument-detail"),
    path("dokumenter/<heltal:pk>/rediger/", dokument_update, name="dokument-update"),
    path("dokumenter/<heltal:pk>/versioner/ny/", dokumentversion_create, name="dokumentversion-create"),
    path("dokumenter/<heltal:pk>/versioner/<heltal:nummer>/fil/", dokumentversion_fil, name="dokumentversion-fil"),
]
