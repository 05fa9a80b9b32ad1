from django.urls import path

from organisering.views.aftale import aftale_detail, aftale_list
from organisering.views.organ import organ_detail, organ_list

app_name = "organisering"
urlpatterns = [
    path("aftaler/", aftale_list, name="aftale-list"),
    path("aftaler/<slug:slug>/", aftale_detail, name="aftale-detail"),
    path("organer/", organ_list, name="organ-list"),
    path("organer/<slug:slug>/", organ_detail, name="organ-detail"),
]
