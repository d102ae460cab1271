-- One report and several are accepted in the same dialog.

UPDATE dialogs SET kind = 'accept' WHERE kind = 'accept_all';
