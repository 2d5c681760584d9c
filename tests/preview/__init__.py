"""The preview: what is served is what a build would publish, and it is never old without saying so."""
