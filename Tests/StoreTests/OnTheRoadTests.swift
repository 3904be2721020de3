import Repatriation
import SQLite
import Store
import Support
import Testing

/// Those between two points are somebody's charge: what is found of them rings at both, and no shift
/// ends without their name.
@Suite struct OnTheRoadTests: RoadCase {
    let test: TestStore

    init() throws { test = try Self.twoPoints() }

    private func refusal(_ act: any Act) -> Refusal? { test.refusal(.act(act)) }

    private func ringing(_ kind: AlertKind) throws -> [Alert] {
        try test.store.board(at: test.now).alerts.filter { $0.kind == kind }
            .sorted { $0.point < $1.point }
    }

    private func sent() throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try run(Transfer(.people([id]), to: .tijuana, vehicle: "SON-1234"))
        return id
    }

    /// What is noted of somebody on the way.
    enum Noted: CaseIterable {
        case emergency, childAlone, doubt, reserved

        func act(_ id: Identifier<Reception>) -> any Act {
            switch self {
            case .emergency: Triage(id, [.vitalEmergency])
            case .childAlone: Triage(id, [.unaccompaniedChild])
            case .doubt: CorrectAge(id, AgeCorrection(nil, source: .said, folio: nil))
            case .reserved: Triage(id, [.reserved])
            }
        }

        var kind: AlertKind {
            switch self {
            case .emergency: .vitalEmergency
            case .childAlone, .doubt: .childOnTheWay
            case .reserved: .reserved
            }
        }
    }

    /// Alarms looked at those inside alone: on the way nobody was told.
    @Test(arguments: Noted.allCases)
    func whatIsFoundOnTheWayRingsAtBothPoints(_ noted: Noted) throws {
        let id = try sent()
        #expect(try ringing(noted.kind).isEmpty)
        test.pass(minutes: 5)
        try run(noted.act(id))
        let rung = try ringing(noted.kind)
        #expect(rung.map(\.point) == [.nogales, .tijuana])
        #expect(rung.map(\.subject) == [id.value, id.value])
        for alert in rung {
            #expect(alert.text.es.contains("ficha 1"))
            #expect(alert.text.es.contains(" en camino de NOG a TIJ"))
            #expect(!alert.text.es.contains("{") && !alert.text.en.contains("{"))
        }
        // Received, they are looked after where they are.
        try run(Receive(id, nil, tag: nil))
        #expect(try !ringing(noted.kind).map(\.point).contains(.nogales))
        #expect(try ringing(.childOnTheWay).isEmpty)
    }

    /// Who is in reserved attention is known to few, on the way as well.
    @Test func whoMayNotKnowIsNotToldOnTheWayEither() throws {
        let id = try sent()
        try run(Triage(id, [.reserved]))
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: .health)
        #expect(try viewer.board(at: test.now).alerts.allSatisfy { $0.kind != .reserved })
    }

    /// One who is missed was told as «1 not come», and in Spanish in the plural.
    @Test(arguments: [
        (1, "1 no llega.", "1 has not come."), (2, "2 no llegan.", "2 have not come."),
    ])
    func whoDoesNotComeIsSaidInGrammar(_ count: Int, _ es: String, _ en: String) throws {
        let ids = try (1...count).map { try test.waiting(.nogales, TestStore.person($0)) }
        try run(Transfer(.people(ids), to: .tijuana, vehicle: "SON-1234"))
        test.pass(minutes: SentGroup.longestRoad + 61)
        let rung = try ringing(.transferLate)
        #expect(rung.count == 2)
        for alert in rung {
            #expect(alert.text.es.contains(es) && alert.text.en.contains(en), "\(alert.text)")
        }
    }

    @Test func theBoardTellsWhomEachPointHasOnTheWay() throws {
        func row(_ point: PointCode) throws -> BoardRow? {
            try test.store.board(at: test.now).rows.first { $0.point == point }
        }
        let id = try sent()
        #expect(try row(.nogales)?.onTheWay == 1 && row(.nogales)?.inside == 0)
        #expect(try row(.tijuana)?.onTheWay == 0)
        let said = try test.store.board(at: test.now).json(.es)
        #expect(said["total"]?["onTheWay"] == 1)
        try run(Receive(id, nil, tag: nil))
        #expect(try row(.nogales)?.onTheWay == 0 && row(.tijuana)?.inside == 1)
    }

    /// With nobody inside the last shift closed without a word about the vehicle on the road.
    @Test func noShiftEndsWithoutANameForWhoeverIsOnTheWay() throws {
        let id = try sent()
        let view = try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
        #expect(view.departures.map(\.owner) == ["R. Ramírez"])
        #expect(view.remains.onTheWay == 1 && view.remains.words.es.hasPrefix("en camino 1"))
        let closed = try run(CloseShift(at: .nogales))
        #expect(closed.result["remains"]?["onTheWay"] == 1)
        let after = try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
        #expect(after.waiting?.outgoing == test.lead)
        try run(Receive(id, nil, tag: nil))
        #expect(
            try test.store.ask(HandOverOf(.nogales).reading, at: test.now).remains.onTheWay == 0)
        // Where nobody is, nobody says why.
        try run(ReleasePerson(id, Release(.ownDecision)))
        #expect(refusal(CloseShift(at: .tijuana)) == nil)
    }
}

/// Who travels: what takes more than one person's word.
@Suite struct TravelWordTests: RoadCase {
    let test: TestStore

    init() throws { test = try Self.twoPoints() }

    private func refusal(_ act: any Act, by officer: Identifier<Officer>? = nil) -> Refusal? {
        test.refusal(.act(act), by: officer)
    }

    private func go(_ ids: [Identifier<Reception>], with driver: String? = nil) -> Transfer {
        var act = Transfer(.people(ids), to: .tijuana, vehicle: "SON-1234")
        act.driver = driver
        return act
    }

    /// One officer withdrew it and sent the person on in one breath.
    @Test func anEmergencyThatOneOfficerWithdrewDoesNotTravel() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.vitalEmergency])
        #expect(refusal(go([id]))?.code == .hospitalFirst)
        try run(Triage(id, []))
        #expect(refusal(go([id]))?.code == .emergencySecondWord)
        // Their own second look is no second person's.
        try run(Triage(id, [.medical]))
        #expect(refusal(go([id]))?.code == .emergencySecondWord)
        let other = try test.add("Elena Ibarra Prueba", [.officer])
        test.pass(minutes: 60 * 25)
        try run(Triage(id, [.medical]), by: other)
        #expect(refusal(go([id])) == nil)
    }

    @Test func anEmergencyTakenBackIsWithdrawnByOne() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let noted = try #require(try run(Triage(id, [.vitalEmergency])).act)
        try run(Undo(noted))
        #expect(try test.reception(id).flags == [])
        #expect(refusal(go([id]))?.code == .emergencySecondWord)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// A child went to other hands on the word of one officer of child protection.
    @Test func aChildTravelsOnMoreThanOneOfficesWord() throws {
        let opi = try test.officer(with: .opi)
        let child = try test.waiting(.nogales, TestStore.person(1, born: 2014))
        let mother = try test.waiting(.nogales, TestStore.person(2))
        try run(SetFamily(mother, [child], [.child]))
        let both = [child, mother]
        // Acting is no word about the family.
        #expect(
            refusal(go(both, with: "Chofer inventado"), by: opi)?.code == .childTravelsWithFamily)
        var words = TickWords()
        words.note = "contaron lo mismo, por separado"
        try run(TickLane(child, .family, words), by: opi)
        let wanting = refusal(go(both), by: opi)
        #expect(wanting?.code == .childTravelNeeds)
        #expect(wanting?.details["missing"] == ["procuraduria", "dif", "driver"])
        #expect(wanting?.sentence.es.contains("{") == false)
        words = TickWords()
        (words.medium, words.who) = (.phone, "Guardia inventada")
        for step in [LaneStep.procuraduria, .dif] { try run(TickLane(child, step, words), by: opi) }
        #expect(refusal(go(both, with: "."), by: opi)?.details["missing"] == ["driver"])
        #expect(refusal(go(both, with: "Agente inventada"), by: opi) == nil)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// What was written of a child's family, and who was told of the child.
    private func told(
        of child: Identifier<Reception>, by opi: Identifier<Officer>
    ) throws -> [Identifier<any Act>] {
        var family = TickWords()
        family.note = "contaron lo mismo, por separado"
        var told = TickWords()
        (told.medium, told.who) = (.phone, "Guardia inventada")
        return try [
            TickLane(child, .family, family), TickLane(child, .procuraduria, told),
            TickLane(child, .dif, told),
        ].compactMap { try run($0, by: opi).act }
    }

    /// A child whose parents were written down, on the road with those who are named.
    private func family(
        _ parents: Int
    ) throws -> (child: Identifier<Reception>, parents: [Identifier<Reception>]) {
        let opi = try test.officer(with: .opi)
        let child = try test.waiting(.nogales, TestStore.person(1, born: 2014))
        let adults = try (0..<parents).map { try test.waiting(.nogales, TestStore.person($0 + 2)) }
        for adult in adults { try run(SetFamily(adult, [child], [.child])) }
        _ = try told(of: child, by: opi)
        try run(go([child] + adults, with: "Agente inventada"), by: opi)
        return (child, adults)
    }

    /// The father left on the way, and the child who travels on with the mother was alone.
    @Test func aChildWhoTravelsOnWithAParentIsNotAlone() throws {
        let (child, parents) = try family(2)
        try run(ReleasePerson(parents[0], Release(.hospital)))
        #expect(try test.reception(child).isChildAlone == false)
        try run(ReleasePerson(parents[1], Release(.hospital)))
        #expect(try test.reception(child).isChildAlone)
    }

    /// The mother had never boarded, and her child travelled on with nobody's knowledge; or the
    /// child had not, and was inside without her.
    @Test(arguments: [true, false]) func whoeverIsNotInTheVehicleLeavesTheChildAlone(
        _ isMotherBack: Bool
    ) throws {
        let (child, parents) = try family(1)
        try run(Locate(isMotherBack ? parents[0] : child, found: "no subió"))
        #expect(try test.reception(child).isChildAlone)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// The words on which a child had left were taken back while the child was on the road.
    @Test func theWordsOnWhichAChildTravelsStand() throws {
        let opi = try test.officer(with: .opi)
        let child = try test.waiting(.nogales, TestStore.person(1, born: 2014))
        let mother = try test.waiting(.nogales, TestStore.person(2))
        try run(SetFamily(mother, [child], [.child]))
        let acts = try told(of: child, by: opi)
        try run(go([child, mother], with: "Agente inventada"), by: opi)
        for act in acts {
            #expect(refusal(Undo(act), by: opi)?.code == .somethingDependsOnIt)
        }
    }

    /// Somebody whom nobody could find was put on a list of those who travel.
    @Test func whoeverIsLookedForTravelsNowhere() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try run(ReleasePerson(id, Release(.unknown)))
        #expect(refusal(go([id]))?.code == .cannotTravel)
    }

    /// Those who were sent were put back into a group that had ended without them.
    @Test func nobodyIsPutBackIntoAGroupThatEnded() throws {
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        for id in ids {
            try run(Receive(id, nil, tag: nil))
            try run(Triage(id, []))
        }
        let sent = try #require(try run(go(ids)).act)
        try run(HeadCount(group, .line, 1))
        try run(BalanceGroup(group, reason: "uno fue enviado"))
        try run(CloseGroup(group))
        #expect(refusal(Undo(sent))?.code == .somethingDependsOnIt)
    }

    /// The sentence was that of a list that came in twice.
    @Test func whoIsNamedTwiceIsSaidSo() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let twice = refusal(go([id, id]))
        #expect(twice?.code == .namedTwice && twice?.sentence.es.contains("--again") == false)
    }
}

/// A reason is at least a word, wherever one is given.
@Suite struct ReasonTests {
    private let test: TestStore
    private let id: Identifier<Reception>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2)
        id = try test.waiting(.nogales, TestStore.person(1))
    }

    /// Acts that give a reason, each with the same words.
    private static let acts: [@Sendable (Identifier<Reception>, String) -> any Act] = [
        { SetPriority($0, .older, reason: $1) }, { CallPerson($0, desk: 1, reason: $1) },
        { Locate($0, found: $1) }, { _, why in CloseShift(at: .nogales, reason: why) },
        { _, why in SetPeak(at: .nogales, reason: why) },
        { _, why in PauseDesk(at: .nogales, 1, reason: why) },
        { Park($0, nil, reason: $1) },
        { _, why in
            HandOverShift(
                at: .nogales, HandOverCounts(outgoing: 9), remarks: "una cuenta de más",
                unilateral: why)
        },
        { _, why in
            var found = ShiftFindings()
            found[.water] = .no
            found[remark: .water] = why
            return CheckShift(at: .nogales, found)
        },
    ]

    @Test(arguments: [".", "…", "--", "¿?"], acts.indices)
    func aDotIsNoReason(_ why: String, _ index: Int) {
        let act = ReasonTests.acts[index](id, why)
        #expect(test.refusal(.act(act))?.code == .reasonMissing, "\(act)")
    }

    @Test(arguments: acts.indices) func aWordIsOne(_ index: Int) {
        let act = ReasonTests.acts[index](id, "así lo pidió")
        #expect(test.refusal(.act(act))?.code != .reasonMissing, "\(act)")
    }

    /// A difference of the counts was explained by a dot.
    @Test func aDifferenceIsNotExplainedByADot() {
        let act = HandOverShift(
            at: .nogales, HandOverCounts(outgoing: 9, incoming: 9), remarks: ".")
        #expect(test.refusal(.act(act))?.code == .handOverDiffers)
    }

    /// The last lead left with people inside, and nobody's name stood beside them.
    @Test func whoeverClosesTheLastShiftAnswersForThoseInside() throws {
        try test.perform(.act(CloseShift(at: .nogales)))
        let left = try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
        #expect(left.waiting?.outgoing == test.lead)
    }

    /// By a line of `send` the three questions may be left out: the record says that nobody
    /// answered them.
    @Test(arguments: [
        ReadBack(), ReadBack(children: 0), ReadBack(children: 0, nextDue: 0),
        ReadBack(nextDue: 0, unlocated: 0),
    ])
    func aShiftReceivedWithoutAllAnswersIsNotReadBack(_ answers: ReadBack) throws {
        let next = try test.add("Elena Ibarra Prueba", [.officer, .lead])
        try test.perform(
            .act(HandOverShift(at: .nogales, HandOverCounts(outgoing: 1, incoming: 1))))
        try test.perform(
            .act(AcceptHandOver(at: .nogales, counted: 1, answers)), by: next)
        let kept = try test.store.ask(HandOverOf(.nogales).reading, at: test.now).handOver
        #expect(kept?.acceptedAt != nil && kept?.isReadBack == false)
    }

    /// The list of what may be given was empty.
    @Test func aClassThatThePointLacksIsRefusedWithWhatItHas() throws {
        let others = PriorityClass.shipped.filter { $0.code != GivenClass.older.rawValue }
        guard case .text(let classes) = others.stored else {
            Issue.record("no text")
            return
        }
        let raw = try Connection(path: test.path, mode: .write)
        try raw.execute("UPDATE point SET classes = '\(classes)' WHERE code = 'NOG'")
        let store = try Store(path: test.path)
        let refused = #expect(throws: PerformFailure.self) {
            try store.perform(
                .act(SetPriority(id, .older, reason: "es mayor")), by: test.lead, at: test.now)
        }
        guard case .refused(let why)? = refused else {
            Issue.record("not refused")
            return
        }
        #expect(why.code == .unknownCode)
        #expect(why.details["allowed"]?.elements?.contains("general") == true)
    }
}
