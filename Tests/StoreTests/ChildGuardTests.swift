import Drill
import Repatriation
import Store
import Support
import Testing

/// Who counts as a child or as alone never becomes less protected by a side door.
@Suite struct ChildGuardTests {
    private let test: TestStore
    private let officer: Identifier<Officer>
    private let opi: Identifier<Officer>
    private let second: Identifier<Officer>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1, attends: [.general, .priority, .medical])
        officer = try test.add("Tomás Toledo Vera", [.officer])
        opi = try test.add("Olga Prieto Luna", [.officer, .opi])
        second = try test.add("Otra Jefa Prueba", [.officer, .lead])
    }

    private let today = CivilDate(daysSinceEpoch: TestStore.morning.milliseconds / 86_400_000)

    /// Every state in which somebody counts as a child.
    enum Kind: String, CaseIterable {
        case child, accompanied, marked, markedWithFamily, doubted, doubtedBeforeTriage, listed,
            listedAndMarked
        case adultMarked, unnamedMarked, foreign
    }

    private func doubt(_ id: Identifier<Reception>) throws {
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))))
    }

    /// A child of a kind, with the adult of the same group.
    private func make(_ kind: Kind) throws -> (
        child: Identifier<Reception>, adult: Identifier<Reception>
    ) {
        let isGrown = [.doubted, .doubtedBeforeTriage, .adultMarked].contains(kind)
        var person = TestStore.person(1, born: isGrown ? 1998 : 2012)
        if kind == .unnamedMarked {
            person = PersonData()
            (person.isUnidentified, person.description) = (true, "adolescente, gorra azul")
        }
        let ids = try test.group(.nogales, people: [person, TestStore.person(2, born: 1980)]).1
        let (child, adult) = (ids[0], ids[1])
        try test.perform(.act(Receive(adult, .all, tag: nil)))
        if kind == .listedAndMarked { try test.perform(.act(Triage(child, [.unaccompaniedChild]))) }
        guard kind != .listed, kind != .listedAndMarked else { return (child, adult) }
        try test.perform(.act(Receive(child, .all, tag: nil)))
        if [.accompanied, .markedWithFamily].contains(kind) {
            try test.perform(.act(SetFamily(child, [adult], [.parent])))
        }
        switch kind {
        case .marked, .markedWithFamily, .adultMarked, .unnamedMarked:
            try test.perform(.act(Triage(child, [.unaccompaniedChild])))
        case .doubtedBeforeTriage: try doubt(child)
        case .doubted:
            try test.perform(.act(Triage(child, [])))
            try doubt(child)
        case .foreign:
            try test.perform(.act(Triage(child, [])))
            try test.perform(
                .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
        default: try test.perform(.act(Triage(child, [.smallChildren])))
        }
        return (child, adult)
    }

    private func protection(_ id: Identifier<Reception>) throws -> Protection {
        try test.reception(id).protection(on: today)
    }

    private static let adultDate = CivilDate(year: 1990, month: 1, day: 2)

    /// Every command that may touch a person, with what would make them less of a child.
    private func commands(
        _ child: Identifier<Reception>, _ adult: Identifier<Reception>
    ) throws -> [Command] {
        var older = PersonData()
        (older.birthDate, older.curp) = (ChildGuardTests.adultDate, "SABC560626MDFLRN01")
        var sameAge = PersonData()
        sameAge.birthDate = CivilDate(year: 2012, month: 5, day: 7)
        let answers: [ProfileField: String] = [
            .sex: "M", .birthDate: "1990-01-02", .curp: "SABC560626MDFLRN01",
            .travelCondition: "accompanied",
        ]
        let dates = [ChildGuardTests.adultDate, sameAge.birthDate]
        let ages = AgeSource.allCases.flatMap { source in
            dates.map {
                Command.act(CorrectAge(child, AgeCorrection($0, source: source, folio: "PPNNA-1")))
            }
        }
        var family = AgeCorrection(sameAge.birthDate, source: .document, folio: "X")
        family.isWithFamily = true
        var relative = Release(.relative)
        relative.receiver.parent = adult
        var settled = Release(.ownDecision)
        settled.seemsAdult = true
        let stranger = try test.reception(adult).person
        let own: [Command] =
            ages + Exit.allCases.map { .act(ReleasePerson(child, Release($0))) } + [
                .act(CorrectAge(child, family)), .act(ReleasePerson(child, relative)),
                .act(ReleasePerson(child, settled)), .act(LeaveAnyway(child, leaving)),
                .act(AmendPerson(child, older, seemsAdult: nil)),
                .act(AmendPerson(child, sameAge, seemsAdult: true)),
                .act(AmendPerson(child, PersonData(), seemsAdult: true)),
                .act(SaveProfile(child, answers)),
                .act(SaveProfile(child, [.sex: "M"])),
                .act(
                    SaveProfile(
                        child, [.travelCondition: "accompanied", .companionKinship: "parent"])),
                .act(Triage(child, [])), .act(Triage(child, [.medical])),
                .act(Receive(child, .all, tag: nil)),
                .act(NoShow(child, .notDelivered, confirmedBy: "USBP")),
                .act(NoShow(child, .unknown, confirmedBy: nil)), .act(Locate(child, found: "x")),
                .act(SetFamily(child, [adult], [.parent])),
                .act(SetFamily(child, [adult], [.spouse])), .act(LinkPerson(child, stranger)),
                .act(UnlinkPerson(of: child)), .act(TellApart(child, stranger)),
                .act(
                    SetNationality(
                        child, .accredited, .passport, motive: nil, interpreter: nil,
                        mexicanParent: nil)),
                .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)),
                .act(SetPlace(child, .hospital, with: nil)),
                .act(Park(child, .doctor, reason: nil)),
                .act(Resume(child, reason: nil)),
                .act(StartInterview(child, desk: 1)), .act(CallPerson(child, desk: 1, reason: "x")),
                .act(TakeOver(child, desk: 1)), .act(IssueCertificate(of: child)),
                .act(
                    SaveScreening(
                        child,
                        ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true))),
            ] + LaneStep.allCases.map { .act(TickLane(child, $0, TickWords())) }
        let every = AccessTests.commands(about: child, of: try test.reception(child).group)
        // A shift that is over would refuse what comes after it.
        return own + every.filter { $0.name != .closeShift }
    }

    private var leaving: Leaving { Leaving(pending: [], explainedIn: "español") }

    /// Every command by every officer on every child: nobody becomes less protected, nobody is out
    /// by one officer.
    @Test(arguments: Kind.allCases)
    func noCommandOfOneOfficerLessensAChild(_ kind: Kind) throws {
        for who in [officer, opi, test.lead] {
            var (child, adult) = try make(kind)
            var all = try commands(child, adult)
            var before = try test.reception(child)
            for index in all.indices {
                let command = all[index]
                let was = before.protection(on: today)
                guard let act = (try? test.perform(command, by: who))?.act else { continue }
                let after = try test.reception(child)
                #expect(after.protection(on: today) >= was, "\(kind) \(command) by \(who)")
                // Child protection's own hand with that very adult is its word; nobody else's is.
                let isFamily = after.exit == .relative && who == opi && was == .child
                #expect(
                    after.isInside || !before.isInside || isFamily, "\(kind) \(command) by \(who)")
                _ = try? test.perform(.act(Undo(act)), by: who)
                let undone = try test.reception(child)
                #expect(undone.protection(on: today) >= was, "undo of \(kind) \(command) by \(who)")
                #expect(isFamily || undone.isInside || !before.isInside, "undo of \(command)")
                // What went on is not to be asked of the next command.
                guard undone != before else { continue }
                (child, adult) = try make(kind)
                all = try commands(child, adult)
                before = try test.reception(child)
            }
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Acts in any order by anybody: the protection that was reached stays, and whoever is out has
    /// two human beings.
    @Test(arguments: 0..<6)
    func noWalkOfCommandsLeadsOutOfTheLane(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let staff = [officer, opi, test.lead]
        for _ in 0..<6 {
            let kind = Kind.allCases[Int.random(in: 0..<Kind.allCases.count, using: &random)]
            let (child, adult) = try make(kind)
            let all = try commands(child, adult)
            var before = try test.reception(child)
            var reached = before.protection(on: today)
            var acts: [Identifier<any Act>] = []
            for _ in 0..<30 {
                let who = staff[Int.random(in: 0..<staff.count, using: &random)]
                let isUndo = !acts.isEmpty && Int.random(in: 0..<4, using: &random) == 0
                let command: Command =
                    isUndo
                    ? .act(Undo(acts[Int.random(in: 0..<acts.count, using: &random)]))
                    : all[Int.random(in: 0..<all.count, using: &random)]
                guard let act = (try? test.perform(command, by: who))?.act else { continue }
                acts.append(act)
                let after = try test.reception(child)
                let isCorrected = isUndo && reached < .alone && before.receivedAt != nil
                #expect(after.protection(on: today) >= reached, "\(command) of \(kind)")
                let isFamily = after.exit == .relative && reached == .child
                #expect(
                    after.isInside || !before.isInside || isCorrected || isFamily,
                    "\(command) of \(kind)")
                reached = max(reached, after.protection(on: today))
                before = after
                test.now = test.now.adding(minutes: Int.random(in: 0...1, using: &random))
            }
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Whoever decides a nationality took a child alone out of child protection's queue and alarm
    /// with it.
    @Test(arguments: [Nationality.foreign, .notAccredited], [Kind.marked, .doubted])
    func aNationalityTakesNoChildOutOfTheQueueOfTheLane(_ nationality: Nationality, _ kind: Kind)
        throws
    {
        let child = try make(kind).child
        let away = Command.act(
            SetNationality(child, nationality, nil, motive: "m", mexicanParent: false))
        #expect(test.refusal(away, by: officer)?.code == .laneOnly)
        #expect(try test.reception(child).stage == .waiting)
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "childWaiting" })
        // In doubt is no way out of it, and who is not alone is decided about as before.
        try test.perform(
            .act(
                SetNationality(
                    child, .pending, nil, motive: "m", interpreter: nil, mexicanParent: nil)),
            by: officer)
        try test.perform(away, by: opi)
        #expect(try test.reception(child).stage.rawValue == nationality.rawValue)
    }
}
