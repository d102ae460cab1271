"""People: joining, help, language, the list of people, deputies, leave, handing over and leaving."""
