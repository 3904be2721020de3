import Repatriation
import Store
import Support
import Testing

/// A shift is handed from one lead to the next: both count, both sign, and nobody inside is left
/// without a name.
@Suite struct HandOverTests {
    private let test: TestStore
    private let next: Identifier<Officer>
    /// What whoever receives an empty point knows.
    private let known = ReadBack(children: 0, nextDue: 0, unlocated: 0)

    init() throws {
        test = try TestStore()
        next = try test.add("Elena Ibarra Prueba", [.officer, .lead])
        try test.open(.nogales, desks: 2)
    }

    private func counts(_ outgoing: Int, _ incoming: Int) -> HandOverCounts {
        HandOverCounts(outgoing: outgoing, incoming: incoming)
    }

    private func view() throws -> HandOverView {
        try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
    }

    private func expectWhole() throws {
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Twelve inside, one of them in hospital: eleven walk through the building, and eleven is
    /// right.
    @Test func theThirteenthPersonAtSixIsMissedAndWhoeverIsInHospitalIsNot() throws {
        let people = try (1...12).map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(SetPlace(people[0], .hospital, with: "General, Beta 3")))
        let refused = test.refusal(.act(HandOverShift(at: .nogales, counts(12, 11))))
        #expect(
            refused
                == Refusal(
                    .handOverDiffers,
                    ["outgoing": 12, "incoming": 11, "inBuilding": 11, "elsewhere": 1]))
        try test.perform(.act(HandOverShift(at: .nogales, counts(11, 11))))
        let handOver = try #require(try view().waiting)
        #expect(handOver.agrees && handOver.inBuilding == 11 && handOver.elsewhere == 1)
        let hospital = try #require(try view().lines.first { $0.id == people[0] })
        #expect(hospital.owner == "General, Beta 3")
        try expectWhole()
    }

    /// A group that comes out of hours is told of once, with what to do.
    @Test func aGroupOutOfHoursIsToldOfOnce() throws {
        test.pass(minutes: 14 * 60)
        try test.perform(.act(AnnounceGroup(.nogales, Announcement())))
        let told = try view().contingencies.filter { $0.es.contains("fuera de horario") }
        #expect(told.count == 1, "\(told)")
        #expect(try view().contingenciesOnPaper.filter { $0.es.contains("G1") }.count == 1)
    }

    @Test func aDifferenceIsSignedOnlyWithWhereEachPersonIs() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        let silent = HandOverShift(at: .nogales, counts(2, 1))
        #expect(test.refusal(.act(silent))?.code == .handOverDiffers)
        try test.perform(
            .act(HandOverShift(at: .nogales, counts(2, 1), remarks: "contó a un chofer")))
        let answers = ReadBack(children: 0, nextDue: 0, unlocated: 0)
        try test.perform(
            .act(AcceptHandOver(at: .nogales, counted: 1, answers)), by: next)
        try expectWhole()
    }

    @Test func whoeverHandsOverDoesNotReceiveIt() throws {
        let alone = HandOverShift(
            at: .nogales, HandOverCounts(outgoing: 0), unilateral: "no ha llegado")
        try test.perform(.act(alone))
        let own = AcceptHandOver(at: .nogales, counted: 0, known)
        #expect(test.refusal(.act(own))?.code == .secondOfficer)
        // Nor with nothing signed: the shift is theirs already.
        try test.perform(.act(own), by: next)
        #expect(test.refusal(.act(own), by: next)?.code == .noHandOver)
        let taken = AcceptHandOver(at: .nogales, counted: 0, known, unilateral: "sola")
        #expect(test.refusal(.act(taken), by: next)?.code == .secondOfficer)
    }

    @Test func theReceiverLeadsTheShiftFromThenOnAndItsDesksStayOpen() throws {
        try test.perform(.act(HandOverShift(at: .nogales, counts(0, 0))))
        test.pass(minutes: 3)
        try test.perform(.act(AcceptHandOver(at: .nogales, counted: 0, known)), by: next)
        let point = try #require(try test.store.point(.nogales))
        #expect(point.lead == next && point.shiftSince == test.now && point.isShiftOpen)
        #expect(point.headCount == 0 && point.headCountPlace == .handover)
        #expect(try view().waiting == nil && view().remains.desks == 2)
        try expectWhole()
    }

    /// Three questions of the journal, and the one whose answer is another is named.
    @Test(arguments: [
        (ReadBack(children: 0, nextDue: 0, unlocated: 1), "children"),
        (ReadBack(children: 1, nextDue: 0, unlocated: 1), "nextDue"),
        (ReadBack(children: 1, nextDue: 1, unlocated: 0), "unlocated"),
    ]) func aReceiverWhoDoesNotKnowIsToldWhatToLookAt(_ answers: ReadBack, _ question: String)
        throws
    {
        let child = try test.waiting(
            .nogales, TestStore.person(1, born: 2014), flags: [.unaccompaniedChild])
        let lost = try test.group(.nogales, people: [TestStore.person(2)]).1[0]
        try test.perform(.act(NoShow(lost, .unknown, confirmedBy: nil)))
        let ticket = try #require(try test.reception(child).ticket)
        var right = answers
        if right.nextDue == 1 { right.nextDue = ticket }
        try test.perform(.act(HandOverShift(at: .nogales, counts(1, 1))))
        let refused = test.refusal(
            .act(AcceptHandOver(at: .nogales, counted: 1, right)), by: next)
        #expect(refused == Refusal(.readBackDiffers, ["question": .string(question)]))
        let known = ReadBack(children: 1, nextDue: ticket, unlocated: 1)
        let answer = try test.perform(
            .act(AcceptHandOver(at: .nogales, counted: 1, known)), by: next)
        #expect(answer.result["readBack"] == true)
        #expect(try view().handOver?.isReadBack == true)
    }

    /// The complaint of a chain whose last user can never leave.
    @Test func theLastShiftClosesWithNoSuccessorAndNobodyInsideIsWithoutAName() throws {
        let people = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(CallPerson(people[0], desk: 1, reason: "prueba")))
        let closed = try test.perform(
            .act(CloseShift(at: .nogales, reason: "no hay relevo hasta mañana")))
        #expect(closed.result["remains"]?.serialized.contains("\"inside\":3") == true)
        #expect(try view().lines.map(\.owner) == Array(repeating: "R. Ramírez", count: 3))
        #expect(try view().waiting?.unilateral != nil)
        test.pass(minutes: 300)
        try test.perform(.act(OpenShift(at: .nogales)), by: next)
        #expect(try view().waiting == nil && view().handOver?.incoming == next)
        #expect(Set(try view().lines.map(\.owner)) == ["R. Ramírez", "E. Ibarra"])
        try expectWhole()
    }

    /// From an hour before the change of shifts to any time after.
    @Test func aHandOverIsTooEarlyAndNeverTooLate() throws {
        try test.perform(.act(SetPoint(.nogales, ["shiftChanges": .text("14:00;22:00;06:00")])))
        let signed = HandOverShift(at: .nogales, counts(0, 0))
        #expect(
            test.refusal(.act(signed))
                == Refusal(.handOverEarly, ["from": "13:00"]))
        test.pass(minutes: 179)
        #expect(test.refusal(.act(signed))?.code == .handOverEarly)
        test.pass(minutes: 1)
        try test.perform(.act(signed))
        // Received at 13:05 it is for the change of 14:00: the next one is that of 22:00.
        test.pass(minutes: 5)
        try test.perform(.act(AcceptHandOver(at: .nogales, counted: 0, known)), by: next)
        #expect(test.refusal(.act(signed), by: next)?.details["from"] == "21:00")
        test.pass(minutes: 30 * 60)
        try test.perform(.act(signed), by: next)
        try expectWhole()
    }

    @Test func aHandOverInEmergencyNeedsNoHour() throws {
        try test.perform(.act(SetPoint(.nogales, ["shiftChanges": .text("22:00")])))
        let alone = HandOverShift(
            at: .nogales, HandOverCounts(outgoing: 0), unilateral: "se siente mal")
        try test.perform(.act(alone))
        #expect(try view().waiting?.incomingCount == nil)
    }

    @Test(arguments: ["25:00", "06:00,14:00", "seis"]) func hoursThatAreNoneAreRefused(
        _ text: String
    ) throws {
        let refused = test.refusal(.act(SetPoint(.nogales, ["shiftChanges": .text(text)])))
        #expect(refused == Refusal(.invalidValue, ["field": "shiftChanges"]))
    }

    @Test func whoeverSignedSignsAnewAndNobodyElseOverThem() throws {
        try test.perform(.act(HandOverShift(at: .nogales, counts(0, 0))))
        let first = try #require(try view().waiting)
        test.pass(minutes: 2)
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(
            test.refusal(.act(HandOverShift(at: .nogales, counts(1, 1))), by: next)?.code
                == .handOverWaits)
        try test.perform(.act(HandOverShift(at: .nogales, counts(1, 1))))
        let again = try #require(try view().waiting)
        #expect(again.id == first.id && again.outgoingCount == 1 && again.signedAt == test.now)
    }

    @Test func anOfficerWhoDoesNotLeadHandsNothingOver() throws {
        let officer = try test.officer(with: .officer)
        let refused = test.refusal(.act(HandOverShift(at: .nogales, counts(0, 0))), by: officer)
        #expect(refused?.code == .notAllowed)
        try test.perform(.act(OpenShift(at: .tijuana)), by: officer)
        let alone = HandOverShift(
            at: .tijuana, HandOverCounts(outgoing: 0), unilateral: "termina su noche")
        try test.perform(.act(alone), by: officer)
    }

    @Test func aSentenceOfADifferenceSaysEveryFigure() {
        let refusal = Refusal(
            .handOverDiffers,
            ["outgoing": 12, "incoming": .null, "inBuilding": 11, "elsewhere": 1])
        #expect(refusal.sentence.es.contains("Contó 12 quien entrega y – quien recibe"))
        #expect(!refusal.sentence.es.contains("{") && !refusal.sentence.en.contains("{"))
    }

    /// Between both signatures people come: neither lead is told that they counted wrong.
    @Test func whoCameBetweenTheSignaturesIsNoDifference() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(HandOverShift(at: .nogales, counts(1, 1))))
        _ = try test.waiting(.nogales, TestStore.person(2))
        try test.perform(
            .act(AcceptHandOver(at: .nogales, counted: 2, known)), by: next)
        let kept = try #require(try view().handOver)
        #expect(kept.agrees && kept.inBuilding == 1 && kept.inBuildingThen == 2)
        try expectWhole()
    }

    /// What somebody signed stays in their words, whoever closes the shift.
    @Test func closingAShiftPutsNoWordsUnderAnothersName() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(HandOverShift(at: .nogales, counts(1, 1), remarks: "todo bien")))
        let signed = try #require(try view().handOver)
        try test.perform(.act(CloseShift(at: .nogales, reason: "me voy")), by: next)
        let closed = try #require(try view().handOver)
        #expect(closed.id != signed.id && closed.outgoing == next)
        #expect(signed.unilateral == nil && closed.unilateral == "me voy")
        try expectWhole()
    }

    @Test func nobodyReceivesFromThemselvesByOpeningAgain() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CloseShift(at: .nogales, reason: "no hay relevo")))
        #expect(try view().waiting?.outgoing == test.lead)
        try test.perform(.act(OpenShift(at: .nogales)))
        #expect(try view().handOver?.incoming == nil && view().waiting == nil)
    }

    @Test func onlyWhoLeadsTakesAShiftThatNobodySignedOver() throws {
        let officer = try test.officer(with: .officer)
        let taken = AcceptHandOver(at: .nogales, counted: 0, known, unilateral: "quiero")
        #expect(test.refusal(.act(taken), by: officer)?.code == .notAllowed)
        try test.perform(.act(taken), by: next)
    }

    /// Names and steps stand on one paper: for who leads, and without what protects somebody.
    @Test func thePaperNamesNobodyBesideWhatProtectsThem() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.reserved])
        let request = ReferralRequest(.trafficking, basis: .law, consents: nil)
        try test.perform(.act(Refer(id, request)))
        let view = try view()
        let words = view.lines.map(\.next.words.es) + view.contingenciesOnPaper.map(\.es)
        for word in ["trata", "reservada:"] {
            #expect(!words.joined(separator: " ").lowercased().contains(word))
        }
        let officer = try Viewer(path: test.path, try test.officer(with: .officer))
        #expect(throws: Refusal.self) { try officer.ask(.handOverPaper(at: .nogales)) }
        for role in [OfficerRole.beta, .liaison, .auditor, .administrator] {
            let viewer = try Viewer(path: test.path, try test.officer(with: role))
            #expect(throws: Refusal.self) {
                try viewer.ask(HandOverOf(.nogales).reading, at: test.now)
            }
        }
    }

    /// An alarm that stands for more than a day is told so to both.
    @Test func whatHasRungForADayIsForBothToReview() throws {
        let lost = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        try test.perform(.act(NoShow(lost, .unknown, confirmedBy: nil)))
        func review() throws -> Int {
            try view().contingencies.count { $0.es.hasPrefix("Por revisar, más de 24 h") }
        }
        #expect(try view().alerts.contains { $0.kind == .unlocated })
        #expect(try review() == 0)
        test.pass(minutes: 1441)
        #expect(try review() >= 1)
    }

    /// Whoever is in danger and the children first, then what is due first.
    @Test func whoeverIsInDangerStandsFirst() throws {
        let adult = try test.waiting(.nogales, TestStore.person(1))
        let child = try test.waiting(
            .nogales, TestStore.person(2, born: 2014), flags: [.unaccompaniedChild])
        let ill = try test.waiting(.nogales, TestStore.person(3), flags: [.medical])
        #expect(try view().lines.map(\.id) == [ill, child, adult])
        #expect(try view().lines[1].next.dueAt == test.now.adding(minutes: 10))
        #expect(try view().lines[2].next.words.es == "en espera de ventanilla")
    }

    /// Who may not know of a lane reads no step of it here either.
    @Test func noLineTellsAnOfficerWhatTheyMayNotKnow() throws {
        _ = try test.waiting(.nogales, TestStore.person(1), flags: [.reserved, .warrant])
        for role in [OfficerRole.officer, .opi, .health] {
            let viewer = try Viewer(path: test.path, try test.officer(with: role))
            let lines = try viewer.ask(HandOverOf(.nogales).reading, at: test.now).lines
            #expect(lines.count == 1)
            for word in ["autoridad", "mandamiento", "orden"] {
                #expect(!lines[0].next.words.es.contains(word))
            }
        }
    }
}
