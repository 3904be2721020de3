/// What somebody may oppose: being contacted later, and their data going to institutions that help.
package enum Opposition: String, Code { case contact, sharing }
