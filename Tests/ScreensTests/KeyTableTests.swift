import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// One letter, one act; every key answers.
@Suite struct KeyTableTests {
    /// The letters that mean something else in the roll call, in groups, at desks, at the way in or
    /// on official tables.
    private static let shared = Set("abcdefhilmnoprstvxz")

    /// Only the letters that the roll call, groups and desks have of their own mean something else
    /// there; j k g u and q move, take back and go back.
    @Test func noOtherLetterHasASecondMeaning() {
        let letters = Dictionary(grouping: Letter.allCases, by: \.letter).filter {
            $0.value.count > 1
        }
        #expect(Set(letters.keys) == KeyTableTests.shared)
        // Of a table `g` is its plot: Home goes to its first line.
        for act in Letter.allCases where act != .confirm && act != .plot {
            #expect(!"jkguq?/:G".contains(act.letter), "\(act)")
        }
    }

    /// Where the letters of an act stand together.
    enum Family: CaseIterable {
        case people, groups, rollCall, desks, entry, institutions, board, reports
    }

    /// Screens whose letters are the table's, by the keys that open them from a desk's queue.
    private static let ways: [(family: Family, keys: [Key])] = [
        (.people, []), (.people, [.enter]), (.people, [.down, .enter, .function(5)]),
        (.people, [.function(5)]),
        (.people, [.enter, .function(4), .character("r")]),
        (.people, [.function(9), .character("n")]),
        (.people, [.function(9), .character("k")]), (.people, [.function(9), .character("e")]),
        (.people, [.function(9), .character("m")]), (.groups, [.function(6)]),
        (.rollCall, [.function(6), .enter]),
        (.desks, [.function(9), .character("t")]),
        (.institutions, [.function(9), .character("i")]),
        (.board, [.function(9), .character("a")]), (.reports, [.function(9), .character("r")]),
        (.entry, [.function(10)]),
    ]

    /// Every letter that the screens of a family offer is an act's, with its words; one letter is
    /// one act's in all of them.
    @Test(arguments: Family.allCases) func aLetterHasOneMeaningWhereverItStands(family: Family)
        throws
    {
        var acts: [Character: Letter] = [:]
        for way in KeyTableTests.ways where way.family == family {
            let desk = try Desk()
            for key in way.keys { desk.press(key) }
            for binding in try #require(desk.app.screens.last).bindings {
                guard case .character(let letter) = binding.key, letter.isLetter else { continue }
                let told = Letter.allCases.first {
                    $0.letter == letter && binding.label.es.hasPrefix($0.label.es)
                }
                let act = try #require(told, "\(letter) \(binding.label.es)")
                #expect(acts.updateValue(act, forKey: letter) ?? act == act, "\(letter) \(act)")
            }
        }
        #expect(!acts.isEmpty)
    }

    /// A key either changes what is shown or says that it does nothing here. Moving at the end of a
    /// list is seen.
    @Test(arguments: ways.indices) func everyKeyAnswers(way: Int) throws {
        let keys: [Key] =
            "abcdefhilmnoprstvwxyz0123456789.-+ñ".map { .character($0) } + [
                .enter, .tab, .backTab, .left, .right, .backspace, .delete, .insert, .function(2),
                .function(3),
                .function(4), .function(5), .function(6), .function(7), .function(8), .function(11),
                .control("a"),
                .control("g"), .control("n"), .escape, .paste("texto"),
            ]
        let desk = try Desk()
        for key in KeyTableTests.ways[way].keys { desk.press(key) }
        let (start, before) = (desk.app, desk.frame())
        for key in keys {
            desk.press(key)
            #expect(desk.frame() != before, "\(key) on \(before.lines[0])")
            desk.back(to: start)
        }
    }

    /// «q» goes back and «u» asks to take back, but not where a line of a menu has that letter.
    @Test(arguments: "qu") func aLetterOfAMenuIsItsLines(letter: Character) throws {
        let desk = try Desk()
        desk.press(.down, .enter, .function(5), .function(5))
        let line = try #require(
            desk.app.screens.last?.bindings.first { $0.key == .character(letter) })
        desk.press(.character(letter))
        #expect(desk.frame(120, 40).lines[0].contains(line.label.es), "\(desk.text)")
    }

    @Test func arrowsAndLettersAtTheDeskQuestionAreAnswered() throws {
        let desk = try Desk(home: .signIn)
        desk.press(.enter)
        for key: Key in [.down, .character("x"), .tab] {
            desk.press(key)
            #expect(desk.text.contains("Escriba el número de su ventanilla"), "\(desk.text)")
        }
    }

    /// Another suggestion than there are is none, and that is said.
    @Test func aSuggestionBeyondTheListIsSaid() throws {
        let desk = try Desk()
        desk.press(.down, .enter, .function(5), .character("9"))
        #expect(desk.text.contains("sugeridas. F5 canaliza."), "\(desk.text)")
    }

    /// A form's help offers no letters: there they are text.
    @Test func theHelpOfAFormOffersNoLetters() throws {
        let desk = try Desk()
        desk.press(.function(9), .character("p"), .function(1))
        let help = desk.frame(100, 60).text
        #expect(
            help.contains("Siguiente, guardar") && !help.contains("↑ ↓ j k")
                && !help.contains("deshacer"))
    }

    /// A refused opening of a desk in the shift leaves the officer where they are.
    @Test func aRefusedDeskDoesNotLeaveTheShift() throws {
        let desk = try Desk()
        let officers = try desk.store.allOfficers()
        let other = try #require(
            officers.first { $0.id != desk.app.context.officer.id && !$0.leads })
        desk.press(.function(9), .character("t"), .character("x"))
        _ = try desk.store.perform(
            .act(OpenDesk(at: .nogales, 1, attends: nil)), by: other.id, at: Desk.start)
        desk.changed()
        desk.press(.character("o"))
        #expect(desk.text.contains("Turno ·"), "\(desk.text)")
        desk.press(.enter)
        #expect(desk.text.contains("Turno ·"), "\(desk.text)")
    }
}

/// Lists of answers to choose from.
@Suite struct PickListTests {
    private func list(_ typed: String) -> OptionsScreen {
        let choices = MexicanState.all.map {
            OptionsScreen.Choice($0.code, Bilingual("\($0.code) \($0.name)", ""))
        }
        var screen = OptionsScreen(Bilingual("Entidad", "State"), choices, adds: false)
        for character in typed { _ = screen.press(.character(character), context) }
        return screen
    }

    private var context: Workplace {
        Workplace(
            officer: Officer(id: Identifier(1)), point: .nogales, desk: 1, language: .es,
            now: Desk.start, zones: [:],
            names: [:])
    }

    private func rows(_ screen: OptionsScreen) -> [String] {
        var frame = Frame(width: 60, height: 24)
        screen.draw(on: &frame, context)
        return frame.lines.dropFirst(3).map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// What is typed narrows the list by the beginning of any word, without accents; no letter
    /// chooses by itself.
    @Test(arguments: [
        ("chi", ["Chiapas", "Chihuahua"]), ("leon", ["Nuevo León"]),
        ("mexico", ["Ciudad de México", "México"]),
        ("potosi", ["San Luis Potosí"]), ("zzz", ["Nada empieza así."]),
    ])
    func whatIsTypedNarrows(typed: String, names: [String]) {
        let found = rows(list(typed))
        #expect(found.count == names.count, "\(found)")
        for name in names { #expect(found.contains { $0.contains(name) }, "\(found)") }
    }

    /// A code that is meant whole comes first.
    @Test func aCodeComesFirst() {
        #expect(rows(list("ch")).first?.contains("CH ") == true, "\(rows(list("ch")))")
    }

    @Test func aPickListIsUsedFromTheForm() throws {
        let desk = try Desk()
        desk.press(
            .function(6), .enter, .character("a"), .tab, .tab, .tab, .tab, .tab, .function(4))
        desk.type("chiap")
        desk.press(.enter)
        #expect(
            desk.text.contains("Chiapas") && desk.text.contains("Agregar fuera de lista"),
            "\(desk.text)")
    }

    /// What a person is asked to agree to is chosen by nobody beforehand: Enter alone is no answer.
    @Test func consentPreselectsNothing() throws {
        let desk = try Desk()
        desk.press(.down, .enter)
        let id = try #require(desk.shownCard).reception.id
        desk.press(.function(5), .character("1"), .character("1"))
        #expect(desk.text.contains("¿Acepta?"))
        desk.press(.enter)
        #expect(desk.text.contains("nada está elegido"), "\(desk.text)")
        #expect(try desk.store.care(of: id, now: Desk.start)?.referrals.isEmpty == true)
    }

    /// Every coded answer that must be given may be «no sabe» or «no respondió», and «never» where
    /// that is so.
    @Test func everyMandatoryCodedFieldMayStayOpen() {
        for question in InterviewForm.questions where question.requirement == .mandatory {
            guard question.kind.takesOpenAnswers, question.field != .sex else { continue }
            let codes = FormLists.shipped.codes(question)
            #expect(codes.contains("unknown") && codes.contains("declined"), "\(question.field)")
            #expect(FormLists.shipped.code("declined", question) == "declined", "\(question.field)")
        }
        #expect(FormLists.shipped.code("never", ProfileField.residenceState.question) == "never")
        #expect(
            FormLists.shipped.code("notApplicable", ProfileField.detainedBy.question)
                == "notApplicable")
        #expect(FormLists.shipped.code("never", ProfileField.schooling.question) == nil)
    }

    /// Two people who do not know where they were born were not born in the same state.
    @Test func notKnowingIsNoLikeness() {
        var person = PersonData()
        (person.given, person.firstSurname, person.birthState) = ("Ana", "Luna", "unknown")
        #expect(MatchFacts(person).birthState == nil)
    }
}
