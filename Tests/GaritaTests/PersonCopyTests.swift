import Foundation
import Repatriation
import Store
import Support
import Testing

/// The copy of what is held on a person: in words, and to somebody who asks for them only what that
/// one may know.
@Suite struct PersonCopyTests {
    /// Somebody who was received, interviewed and helped; with `hidden`, and with all that only the
    /// lanes know.
    private func file(hidden: Bool) throws -> (test: TestStore, id: Identifier<Reception>) {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let opi = try test.add("Olga Prieto Inventada", [.opi])
        var data = TestStore.person(1)
        if hidden { data.suggested = [.warrant] }
        let id = try test.waiting(
            .nogales, data, flags: hidden ? [.medical, .warrant, .reserved] : [.medical])
        try test.perform(.act(CallNext(at: .nogales, 1)))
        for command: Command in [
            .act(StartInterview(id, desk: 1)),
            .act(GiveNotice(id, version: PrivacyNotice.version, .interpreted)),
            .act(
                SetNationality(
                    id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)),
            .act(SaveProfile(id, completeAnswers)),
            .act(IssueCertificate(of: id)),
        ] { try test.perform(command) }
        try test.perform(.act(ClaimProperty(id, PropertyClaimed([.money]))))
        if hidden { try hide(test, id, opi) }
        return (test, id)
    }

    private func hide(_ test: TestStore, _ id: Identifier<Reception>, _ opi: Identifier<Officer>)
        throws
    {
        try test.perform(.act(TickLane(id, .named, TickWords())))
        var form = ScreeningMade(isPrivate: true, interviewer: .woman, isAsWanted: true)
        (form.indicators, form.note) = ([.ransomAsked], "DICHOENRESERVA")
        try test.perform(.act(SetPlace(id, .privateInterview)), by: opi)
        try test.perform(.act(SaveScreening(id, form)), by: opi)
        try test.perform(.act(Refer(id, ReferralRequest(.kidnapping, basis: .law))))
        try test.store.saveDraft(
            "interview", subject: id.value, field: "aliases", value: "Beto", by: opi, at: test.now)
        _ = try test.store.answer(.card(id), for: .officer(opi), at: test.now)
    }

    private func export(
        _ made: (test: TestStore, id: Identifier<Reception>), _ capacity: String, _ more: String...
    ) throws -> String {
        let (out, err, code) = try Program(made.test.folder).run(
            [
                "person", "export", "\(made.id.value)", "--capacity", capacity, "--requester",
                "Quien Pide",
                "--document", "INE 1",
            ] + (capacity == "guardian" ? ["--ground", "Exp. 12/2025"] : []) + more)
        #expect(code == 0, "\(err)")
        return out
    }

    /// A copy without the hour at which it is made, and the store's own numbers, which all that the
    /// store does moves on.
    private func copy(
        _ made: (test: TestStore, id: Identifier<Reception>), _ capacity: String, _ more: String
    ) throws -> String {
        // Of one line of JSON each object stands by itself.
        try export(made, capacity, more).replacing("}", with: "}\n").split(separator: "\n")
            .filter { !$0.contains("solicitud") && !$0.contains("lo pidió") }.joined(
                separator: "\n"
            )
            .replacing(#/\d{14,}/#, with: "#").replacing(#/\d{4}-\d\d-\d\dT[\d:.]+Z/#, with: "@")
    }

    /// To a representative or a guardian a file with all of that is the file without it, byte for
    /// byte.
    @Test(arguments: ["representative", "guardian"])
    func whatIsHiddenLeavesNoTraceInTheirCopy(_ capacity: String) throws {
        let (with, without) = (try file(hidden: true), try file(hidden: false))
        for more in ["--json", "--plain"] {
            let (one, other) = (try copy(with, capacity, more), try copy(without, capacity, more))
            #expect(
                one == other,
                "\(zip(one.split(separator: "\n"), other.split(separator: "\n")).first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "")"
            )
            for word in [
                "Olga", "DICHOENRESERVA", "formulario", "mandamiento", "ransom", "secuestro",
            ] {
                #expect(!one.contains(word), "\(word)")
            }
        }
        // The person has all of it.
        #expect(try copy(with, "self", "--plain").contains("DICHOENRESERVA"))
    }

    /// No number of the store stands in their copy but those of the reception and its group, which
    /// are older than all that is kept from them: a hole between two others would tell of what
    /// stood there.
    @Test(arguments: ["representative", "guardian"])
    func noNumberInTheirCopyTellsOfAHole(_ capacity: String) throws {
        let made = try file(hidden: true)
        let person = try made.test.reception(made.id)
        let officer = try #require(person.receivedBy)
        let known = Set(
            [made.id.value, person.person.value, person.group.value, officer.value].map(String.init)
        )
        let numbers = try export(made, capacity, "--json").matches(of: #/\d{14,}/#).map {
            String($0.output)
        }
        let others = Set(numbers).subtracting(known)
        #expect(!numbers.isEmpty && others.isEmpty, "\(others)")
    }

    /// Nobody is handed an adult's copy on the word that they are the guardian.
    @Test func anAdultsCopyIsNoGuardiansOnAWord() throws {
        let made = try file(hidden: false)
        let (out, err, code) = try Program(made.test.folder).run([
            "person", "export", "\(made.id.value)", "--capacity", "guardian", "--requester",
            "Quien Pide",
            "--document", "INE 1",
        ])
        #expect(code == 1 && out.isEmpty)
        #expect(err.contains("--ground"))
    }

    /// A paper for people: no code, no milliseconds, no number that only the store understands.
    @Test(arguments: ["self", "representative"])
    func thePaperHasWords(_ capacity: String) throws {
        let paper = try copy(try file(hidden: true), capacity, "--plain")
        for code in [
            "childBook", "interpreted", "number", "yes", "accredited", "passport", "released",
            "inInterview", "primary",
            "years1to5", "ransomAsked", "kidnapping", "medical", "money", "reservedFormKept",
            "laneTicked", "US-TX",
        ] {
            #expect(
                !paper.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.contains(
                    Substring(code)), "\(code)")
        }
        #expect(paper.firstMatch(of: #/\d{12,}/#) == nil && !paper.contains("#"))
        #expect(paper.contains("con intérprete"))
    }

    /// For machines the codes stand, and what each says beside it: every field, fact and reading.
    @Test func everyCodeOfTheFileHasItsWordsBesideIt() throws {
        let copy = try export(try file(hidden: true), "self", "--json")
        let json = try JSONSerialization.jsonObject(with: Data(copy.utf8)) as? [String: Any]
        let file = try #require(json)
        var told = 0
        for kind in ["receptions", "groups"] + Belonging.kinds.map({ $0.called.many }) {
            for one in try #require(file[kind] as? [[String: Any]]) {
                told += try expectWords(
                    one, words: #require(one["words"] as? [String: String]), "\(kind)")
            }
        }
        for fact in try #require(file["history"] as? [[String: Any]]) {
            let words = try #require(fact["words"] as? [String: Any])
            let kind = try #require(fact["kind"] as? String)
            #expect(words["kind"] as? String == EventKind(rawValue: kind)?.label.es)
            #expect((words["at"] as? String)?.contains("Nogales") == true)
            for text in try #require(words["values"] as? [String: String]).values {
                expectNoCode(text)
            }
            told += 1
        }
        for read in try #require(file["reads"] as? [[String: Any]]) {
            let words = try #require(read["words"] as? [String: Any])
            #expect(
                words["what"] as? String
                    == ReadKind(rawValue: read["what"] as? String ?? "")?.label.es)
            told += 1
        }
        #expect(told > 100)
    }

    /// How many members were looked at.
    private func expectWords(_ members: [String: Any], words: [String: String], _ of: String) -> Int
    {
        for (name, value) in members where words[name] == nil {
            let isEmpty = value is NSNull || value as? String == "" || value is [String: Any]
            // Numbers of things, and bags whose answers stand by name, are said by no word of their
            // own.
            let isOwn =
                value is NSNumber
                || ["lists", "answers", "personalAnswers", "restrictedAnswers"].contains(name)
            #expect(isEmpty || isOwn, "\(of): \(name) \(value)")
        }
        for text in words.values { expectNoCode(text) }
        return words.count
    }

    private func expectNoCode(_ text: String) {
        #expect(text.firstMatch(of: #/\b[a-z]+[A-Z]\w*\b|\d{12,}/#) == nil, "\(text)")
    }
}
