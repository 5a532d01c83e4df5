"""Stands for a site's own sessions, which are as hard to guess as any of a test."""


def user_of(request):
    return request.cookies.get("session")
