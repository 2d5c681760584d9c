"""The gates of `make quality`: the sample blog in a browser and under the checkers of HTML and accessibility."""
