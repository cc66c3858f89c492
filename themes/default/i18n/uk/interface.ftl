# Interface: headings, buttons, navigation and everything else that a template says by itself.
# Whoever adds a key here adds it to en/interface.ftl too: a test compares the two.
