INSERT INTO journal VALUES(107,3025599,107,1624356094476627,1795202400000,NULL,-25200,'2026-11-20','2026-11-20','NOG',3,1624356094476289,'profileSaved',2,1624356094476317,NULL,'{"reception:1624356094476317":{}}');
INSERT INTO journal_body VALUES(107,'sensitive','{"reception:1624356094476317":{"answers.schooling":"degree","answers.wantedCertificate":null}}');
INSERT INTO journal_body VALUES(107,'personal','{"reception:1624356094476317":{"personalAnswers.aliases":"Otro"}}');
INSERT INTO journal_body VALUES(107,'restricted','{"reception:1624356094476317":{"restrictedAnswers.contactPhone":"631 000 0000"}}');
