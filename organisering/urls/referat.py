from django.urls import path

from organisering.views.bemaerkning import bemaerkning_create, bemaerkning_delete, bemaerkning_update
from organisering.views.beslutning import beslutning_update
from organisering.views.fremmoede import fremmoede_update, gaest_create, gaest_delete
from organisering.views.referat import referat
from organisering.views.referatgodkendelse import referat_godkend, referat_noter
from organisering.views.referatskridt import moede_afhold, referat_returner, referat_udgiv, referat_udsend

urlpatterns = [
    path("moeder/<uuid:uuid>/afhold/", moede_afhold, name="moede-afhold"),
    path("moeder/<uuid:uuid>/referat/", referat, name="referat"),
    path("moeder/<uuid:uuid>/referat/udsend/", referat_udsend, name="referat-udsend"),
    path("moeder/<uuid:uuid>/referat/godkend/", referat_godkend, name="referat-godkend"),
    path("moeder/<uuid:uuid>/referat/noter/", referat_noter, name="referat-noter"),
    path("moeder/<uuid:uuid>/referat/returner/", referat_returner, name="referat-returner"),
    path("moeder/<uuid:uuid>/referat/udgiv/", referat_udgiv, name="referat-udgiv"),
    path("moeder/<uuid:uuid>/fremmoede/", fremmoede_update, name="fremmoede-update"),
    path("moeder/<uuid:uuid>/gaester/ny/", gaest_create, name="gaest-create"),
    path("moeder/<uuid:uuid>/gaester/<heltal:pk>/slet/", gaest_delete, name="gaest-delete"),
    path("punkter/<heltal:pk>/beslutning/", beslutning_update, name="beslutning-update"),
    path("punkter/<heltal:punkt_pk>/bemaerkninger/ny/", bemaerkning_create, name="bemaerkning-create"),
    path("punkter/<heltal:punkt_pk>/bemaerkninger/<heltal:pk>/", bemaerkning_update, name="bemaerkning-update"),
    path("punkter/<heltal:punkt_pk>/bemaerkninger/<heltal:pk>/slet/", bemaerkning_delete, name="bemaerkning-delete"),
]
