from django.urls import URLPattern

app_name = "indsatser"
urlpatterns: list[URLPattern] = []
