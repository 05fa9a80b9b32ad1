from django.urls import path

from organisering.views.aftale import aftale_detail, aftale_list
from organisering.views.aftaleversion import aftaleversion_detail

urlpatterns = [
    path("aftaler/", aftale_list, name="aftale-list"),
    path("aftaler/<slug:slug>/", aftale_detail, name="aftale-detail"),
    path("aftaler/<slug:slug>/versioner/<int:nummer>/", aftaleversion_detail, name="aftaleversion-detail"),
]
