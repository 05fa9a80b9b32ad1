from django.urls import path

from organisering.views.aarshjul import aarshjul
from organisering.views.kalender import bruger_kalender, kalender, kalender_noegle, organ_kalender
from organisering.views.moede import moede_aflys, moede_create, moede_list, moede_update
from organisering.views.moedeimport import moedeimport
from organisering.views.moedeplan import moede_plan
from organisering.views.referatimport import referat_indlaes

urlpatterns = [
    path("aarshjul/", aarshjul, name="aarshjul"),
    path("aarshjul/indlaes/", moedeimport, name="moedeimport"),
    path("organer/<slug:slug>/moeder/", moede_list, name="moede-list"),
    path("organer/<slug:slug>/moeder/nyt/", moede_create, name="moede-create"),
    path("organer/<slug:slug>/moeder/plan/", moede_plan, name="moede-plan"),
    path("organer/<slug:slug>/moeder/indlaes/", referat_indlaes, name="referat-indlaes"),
    path("organer/<slug:slug>/moeder.ics", organ_kalender, name="organ-kalender"),
    path("kalender/", kalender, name="kalender"),
    path("kalender/adresse/", kalender_noegle, name="kalender-noegle"),
    path("kalender/<uuid:noegle>.ics", bruger_kalender, name="bruger-kalender"),
    path("moeder/<uuid:uuid>/rediger/", moede_update, name="moede-update"),
    path("moeder/<uuid:uuid>/aflys/", moede_aflys, name="moede-aflys"),
]
