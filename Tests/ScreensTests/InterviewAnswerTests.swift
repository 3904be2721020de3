import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// Which answers an interview asks for, keeps and shows.
@Suite struct InterviewAnswerTests {
    /// What is still missing comes first when the form opens again, in whatever section it stands.
    @Test func whatIsMissingComesFirst() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        func perform(_ command: Command) throws {
            _ = try desk.store.perform(command, by: officer, at: Desk.start)
        }
        try perform(.act(GiveNotice(person, version: 1, .read)))
        var answers = completeAnswers
        answers[.schooling] = nil
        try perform(.act(SaveProfile(person, answers)))
        desk.press(.escape, .escape)
        desk.openCard(of: person)
        desk.press(.enter)
        #expect(desk.isOn("Escolaridad"), "\(desk.text)")
    }

    /// A code that was retired after it was answered stays in the field, and the interview can be
    /// saved with it.
    @Test func aRetiredAnswerDoesNotBlockTheInterview() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        func perform(_ command: Command) throws {
            _ = try desk.store.perform(command, by: officer, at: Desk.start)
        }
        try perform(.act(SaveProfile(person, [.usOccupation: "roofing"])))
        var retired = EntryWords()
        retired.isRetired = true
        try perform(.act(SetEntry("occupations", "roofing", retired)))
        desk.press(.escape, .escape)
        desk.openCard(of: person)
        desk.press(.enter, .character("p"), .control("g"))
        #expect(desk.text.contains("Guardado."), "\(desk.text)")
        #expect(try desk.store.reception(person)?.answer(.usOccupation) == "roofing")
    }

    /// Who was accredited by conviction has no field for a paper, and the interview is saved all
    /// the same.
    @Test func convictionDoesNotBlockTheInterview() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let conviction = SetNationality(
            person, .accredited, .conviction, motive: "su acento", interpreter: nil,
            mexicanParent: nil)
        _ = try desk.store.perform(
            .act(conviction), by: desk.app.context.officer.id, at: Desk.start)
        desk.press(.escape, .escape)
        desk.openCard(of: person)
        desk.press(.enter, .character("p"), .control("g"))
        #expect(desk.text.contains("Guardado."), "\(desk.text)")
        #expect(try desk.store.reception(person)?.proof == .conviction)
    }

    /// What another desk has answered meanwhile is not written over by a screen that shows the old
    /// answers.
    @Test func onlyWhatWasChangedIsSaved() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(SaveProfile(person, [.stay: "over20years", .english: "good"])), by: officer,
            at: Desk.start)
        desk.press(.character("p"), .control("g"))
        let saved = try #require(try desk.store.reception(person))
        #expect(saved.answer(.stay) == "over20years" && saved.answer(.english) == "good")
        #expect(saved.notice == .read)
    }

    /// A year is kept as estimated; the whole date that replaces it is exact.
    @Test func aWholeDateInThePlaceOfAYearIsExact() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        func typeBirth(_ text: String) {
            desk.press(.character("p"), .backTab, .backTab, .control("u"))
            desk.type(text)
            desk.press(.control("g"))
        }
        typeBirth("1990")
        #expect(try desk.store.reception(person)?.answer(.birthPrecision) == "estimated")
        desk.press(.escape)
        desk.openCard(of: person)
        desk.press(.enter, .backTab, .backTab)
        while desk.frame().cursor.row != 5 { desk.press(.backTab) }
        desk.press(.control("u"))
        desk.type("3/7/90")
        desk.press(.control("g"))
        #expect(
            try desk.store.reception(person)?.answer(.birthPrecision) == "exact", "\(desk.text)")
    }

    /// The US number shows only while the cursor is on it.
    @Test func theUSNumberIsHiddenUnlessItIsAskedFor() throws {
        let desk = try Desk.interviewing()
        desk.press(.character("p"), .pageDown)
        for _ in 0..<30 where !desk.isOn("Número de extranjero") { desk.press(.tab) }
        desk.type("A123456789")
        #expect(desk.text.contains("A123456789"))
        desk.press(.tab)
        #expect(!desk.text.contains("A123456789"))
        desk.press(.backTab)
        #expect(desk.text.contains("A123456789"))
    }

    /// «No sabe» is an answer of its own for figures and places too, and comes back as it was.
    @Test func openAnswersAreKeptForFiguresAndPlaces() throws {
        let desk = try Desk.interviewing()
        let person = try #require(desk.shownCardOrInterview)
        desk.press(.character("p"), .pageDown, .tab, .tab, .tab)
        desk.type("-")
        desk.press(.tab, .tab, .tab, .tab, .tab)
        desk.type(".")
        desk.press(.control("g"))
        let saved = try #require(try desk.store.reception(person))
        #expect(
            saved.answer(.birthMunicipality) == "unknown"
                && saved.answer(.knownReturns) == "declined")
        desk.press(.escape)
        desk.openCard(of: person)
        desk.press(.enter, .pageDown)
        #expect(desk.text.contains("no sabe") && desk.text.contains("no respondió"), "\(desk.text)")
    }
}
