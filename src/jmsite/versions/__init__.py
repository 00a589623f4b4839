"""The past states that a site keeps: found in git, checked, planned beside the newest."""
