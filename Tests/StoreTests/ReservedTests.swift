import Repatriation
import SQLite
import Store
import Support
import Testing

/// The reserved form, papers that are void or reserved, material and bags.
@Suite struct ReservedTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    private func form(
        _ indicators: Set<Indicator>, _ edit: (inout ScreeningMade) -> Void = { _ in }
    ) -> ScreeningMade {
        var made = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
        made.indicators = indicators
        edit(&made)
        return made
    }

    /// The door and the interviewer come first; whoever came along interprets nothing of it.
    @Test func theDoorAndTheInterviewerComeFirst() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        func code(_ made: ScreeningMade) -> Refusal.Code? {
            test.refusal(.act(SaveScreening(id, made)))?.code
        }
        #expect(code(form([]) { $0.isPrivate = false }) == .privacyFirst)
        #expect(
            code(form([]) { ($0.interviewer, $0.isAsWanted) = (.woman, false) })
                == .interviewerWanted)
        try test.perform(.act(Triage(id, [.noSpanish])))
        #expect(code(form([])) == .interpreterFirst)
        let assign = { (medium: Medium) in
            Command.act(
                AssignInterpreter(id, language: "tseltal", variant: nil, medium, who: "Quien Sea"))
        }
        try test.perform(assign(.companion))
        #expect(code(form([])) == .interpreterFirst)
        try test.perform(assign(.phone))
        #expect(code(form([])) == nil)
    }

    /// The answer is the same whatever was found; what was found reserves the attention and
    /// suggests, for those of the lane alone.
    @Test func whatIsAnsweredComesBackToNobodyElse() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let other = try test.waiting(.nogales, TestStore.person(2))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let found = try test.perform(
            .act(SaveScreening(id, form([.ransomAsked, .guarded]) { $0.note = "NOTAPLANTADA" })),
            by: officer)
        let nothing = try test.perform(.act(SaveScreening(other, form([]))), by: officer)
        #expect(
            found.result.members == nothing.result.members
                && found.events.map(\.kind) == nothing.events.map(\.kind))
        // The same for both everywhere but in the form: fields of the facts, place in the queue,
        // marks.
        func fields(_ id: Identifier<Reception>) throws -> [String] {
            var names: [String] = []
            try test.store.history(of: id.value) { entry in
                guard entry.event.kind == .reservedFormKept else { return }
                names += entry.event.changes.flatMap { change in
                    change.entries.map { "\(change.kind).\($0.field)" }
                }
            }
            return names.sorted()
        }
        #expect(try fields(id) == fields(other) && !(try fields(id)).isEmpty)
        let (one, two) = (try test.reception(id), try test.reception(other))
        #expect(one.flags == two.flags && one.priority == two.priority && one.tier == two.tier)
        // Only the lead and child protection are told, by number, until somebody has referred the
        // person.
        let told = try test.store.board(at: test.now).alerts.filter { $0.code == "reserved" }
        #expect(told.map(\.subject) == [id.value])
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        let care = try #require(try viewer.care(of: id, now: test.now))
        let seen = [
            "\(care.reception)\(care.suggestions)",
            "\(try #require(try viewer.lanes(of: id, now: test.now)))",
            "\(try #require(try viewer.card(id, now: test.now)))",
            "\(try #require(try viewer.queue(at: .nogales, desk: 1, now: test.now)))",
            "\(try viewer.board(at: test.now))",
        ].joined()
        for word in ["NOTAPLANTADA", "ransomAsked", "guarded", "kidnapping", "trafficking"] {
            #expect(!seen.contains(word), "\(word)")
        }
        let kinds = try #require(try test.store.care(of: id, now: test.now)).suggestions.map(\.kind)
        #expect(kinds.prefix(4) == [.trafficking, .kidnapping, .victims, .psychological])
        // In the file it lies apart, and the plain journal has none of it.
        let connection = try Connection(path: test.path, mode: .read)
        let payloads = try connection.statement("SELECT payload FROM journal").all { $0.text(0) }
            .joined()
        let open = try connection.statement(
            "SELECT body FROM journal_body WHERE class <> 'restricted'"
        ).all {
            $0.text(0)
        }.joined()
        #expect(
            !(payloads + open).contains("ransom") && !(payloads + open).contains("NOTAPLANTADA"))
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// The report that the law orders needs no consent, the service does; both stand beside each
    /// other.
    @Test func theReportAndTheServiceAreTwo() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let report = try test.perform(.act(Refer(id, ReferralRequest(.kidnapping, basis: .law))))
        #expect(
            test.refusal(.act(Refer(id, ReferralRequest(.kidnapping, basis: .consent))))?.code
                == .consentMissing)
        let service = try test.perform(
            .act(Refer(id, ReferralRequest(.kidnapping, basis: .consent, consents: true))))
        #expect(report.result["referral"] != service.result["referral"])
        let stopped = try test.perform(.act(WithdrawConsent(of: id)))
        #expect(
            stopped.result["withdrawn"]?.elements?.count == 1
                && stopped.result["stands"]?.elements?.count == 1)
    }

    private func certified() throws -> (Identifier<Reception>, String) {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        for command: Command in [
            .act(StartInterview(id, desk: 1)),
            .act(
                SetNationality(
                    id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)),
            .act(SaveProfile(id, completeAnswers)),
        ] { try test.perform(command) }
        return (id, try test.perform(.act(IssueCertificate(of: id))).result["folio"]?.text ?? "")
    }

    /// A void paper leaves the tray and is delivered to nobody; the next one names it.
    @Test func anAmendedPaperNamesTheOldFolio() throws {
        let (id, folio) = try certified()
        let paper = try #require(try test.store.tray(at: .nogales).first).paper.id
        try test.perform(.act(CancelFolio(folio, reason: "apellido mal escrito")))
        #expect(try test.store.tray(at: .nogales).isEmpty)
        #expect(test.refusal(.act(DeliverPaper(paper, .signed)))?.code == .folioCancelled)
        let again = try test.perform(.act(IssueCertificate(of: id))).result["folio"]?.text
        let fresh = try #require(try test.store.tray(at: .nogales).first).paper
        #expect(fresh.folio == again && fresh.folio != folio && fresh.replaces == folio)
        #expect(
            test.refusal(.act(CancelFolio("NOG-26-ABC-000000-0", reason: "x")))?.code
                == .unknownPaper)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A reserved folio is nobody's: refused for anything else, void by its own word, and never
    /// given twice.
    @Test func aReservedFolioIsRefusedForAnythingElse() throws {
        let answer = try test.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.certificate, 3)])))
        let folios = (answer.result["folios"]?.elements ?? []).compactMap(\.text)
        #expect(Set(folios).count == 3 && folios.allSatisfy(Folio.isValid))
        let (_, issued) = try certified()
        #expect(!folios.contains(issued))
        #expect(try test.store.tray(at: .nogales).count == 1)
        let sheet = try #require(try test.store.reservedPapers(at: .nogales).first)
        #expect(test.refusal(.act(DeliverPaper(sheet.id, .signed)))?.code == .folioReserved)
        #expect(test.refusal(.act(Reprint(sheet.id)))?.code == .folioReserved)
        try test.perform(.act(CancelFolio(sheet.folio, reason: "hoja rota")))
        #expect(
            try test.store.reservedPapers(at: .nogales).map(\.folio) == Array(folios.dropFirst()))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        #expect(test.refusal(.act(ReserveFolios(at: .nogales, [])), by: officer)?.code == .onlyLead)
    }

    /// What is given is less in the room, never under nothing, and its end is told; what is
    /// declined is not given.
    @Test(arguments: [1, 5, 12])
    func whatIsGivenIsLessInTheRoom(_ people: Int) throws {
        let data = (0..<people).map { TestStore.person($0) }
        let (group, ids) = try test.group(.nogales, people: data)
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(SetStock(at: .nogales, .blanket, count: 10, low: 4)))
        func room() throws -> StockItem? { try test.store.storeRoom(at: .nogales).stock.first }
        var declined = HelpGiven([.blanket])
        declined.isDeclined = true
        try test.perform(.act(GiveHelp(to: .people([ids[0]]), declined)))
        #expect(try room()?.count == 10)
        try test.perform(
            .act(GiveHelp(to: .group(group, except: []), HelpGiven([.blanket, .water]))))
        let left = try #require(try room())
        #expect(left.count == max(0, 10 - people) && left.given == people)
        let isTold = try test.store.board(at: test.now).alerts.contains { $0.code == "stockLow" }
        #expect(isTold == (10 - people <= 4))
        #expect(
            test.refusal(.act(SetStock(at: .nogales, .call, count: 1, low: nil)))?.code
                == .unknownCode)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A bag that stays has a shelf and, once, somebody who took it.
    @Test func aBagHasAShelfAndAReceiver() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let kept = try test.perform(.act(KeepBag(of: id, .hospital, shelf: "B3", tag: "I77-1")))
        let bag = Identifier<Bag>(try #require(kept.result["bag"]?.integer))
        let again = try test.perform(.act(KeepBag(of: id, .hospital, shelf: "B3", tag: "I77-1")))
        #expect(again.act == nil && again.result["bag"] == kept.result["bag"])
        #expect(try test.store.storeRoom(at: .nogales).bags.map(\.bag.shelf) == ["B3"])
        #expect(test.refusal(.act(GiveBag(bag, receiver: ".")))?.code == .missingField)
        try test.perform(.act(GiveBag(bag, receiver: "Beta 3, credencial 12")))
        #expect(try test.store.storeRoom(at: .nogales).bags.isEmpty)
        #expect(try test.perform(.act(GiveBag(bag, receiver: "Beta 3, credencial 12"))).act == nil)
        #expect(test.refusal(.act(GiveBag(bag, receiver: "Otra")))?.code == .bagGiven)
    }

    /// Nobody is called who said no; the same contact is asked for once.
    @Test func aContactTakesConsent() throws {
        let (id, _) = try certified()
        let ask = Command.act(AskFollowUp(after: id, days: 7, about: nil))
        #expect(test.refusal(ask)?.code == .contactNotAllowed)
        try test.perform(
            .act(SaveProfile(id, [.contactConsent: "yes", .contactPhone: "6310000000"])))
        let asked = try test.perform(ask)
        #expect(asked.result["due"] == "2026-11-27")
        #expect(try test.perform(ask).act == nil)
        #expect(
            test.refusal(.act(AskFollowUp(after: id, days: 8, about: nil)))?.code == .unknownCode)
        let line = try #require(try test.store.followUps(at: .nogales, now: test.now).first)
        #expect(line.contact == "6310000000" && line.daysLate == -7)
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.add("Tomás Toledo Vera", [.officer])
        #expect(try viewer.followUps(at: .nogales, now: test.now).first?.contact != "6310000000")
        let wrong = Command.act(RecordFollowUp(line.id, .well, [.work: "quizá"], note: nil))
        #expect(test.refusal(wrong)?.code == .unknownCode)
        // Nobody is given up after one call.
        try test.perform(.act(RecordFollowUp(line.id, .notReached, [:], note: nil)))
        let again = try #require(try test.store.followUps(at: .nogales, now: test.now).first)
        #expect(again.followUp.tries == 1 && again.daysLate == -1)
        try test.perform(
            .act(
                RecordFollowUp(
                    line.id, .needsHelp, [.work: "no", .safe: "yes"], note: "llamar el lunes")))
        #expect(try test.store.followUps(at: .nogales, now: test.now).isEmpty)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }
}
