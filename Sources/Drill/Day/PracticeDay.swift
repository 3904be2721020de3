import Repatriation

/// A practice day: groups come, people are received and called, desks work, by the same Commands a
/// desk sends.
///
/// Everything happens at its own simulated moment and in order, so that the day depends on the seed
/// alone.
package final class PracticeDay {
    /// Carries a command out; nil when it was refused.
    package typealias Perform = (Command, Identifier<Officer>, Instant) -> Done?
    /// What a command gave, and the act that it is; none where all was so already.
    package typealias Done = (result: any Outcome, act: Identifier<any Act>?)

    /// A group that comes.
    struct Arrival {
        let point: ReceivingPoint
        let zone: Zone
        let at: Instant
        let people: Int
        let mode: Mode
        let authority: Authority
    }

    private let people: InventedPeople
    private let officers: [Identifier<Officer>]
    /// Carries commands out; whoever goes on with the day on another store connection sets its own.
    package var perform: Perform
    /// Says that a desk will be there until a moment, as its screen would.
    package var stays: (PointCode, Int, Instant) -> Void = { _, _, _ in }
    /// Those at the desks call and attend.
    package var colleaguesWork = true
    private var random: SeededGenerator
    private var schedule = Timetable<Action>()
    /// When each group comes, in order.
    private var comes: [Instant] = []
    private var persons: [Int: PersonData] = [:]
    /// How many certificates were issued.
    private var papers = 0

    /// Plans the day of `points` from the text of `day.txt`. `firstDesk` leaves lower desks to
    /// people.
    package init(
        seed: Int, points: [(point: ReceivingPoint, zone: Zone)], plan: String,
        people: InventedPeople,
        officers: [Identifier<Officer>], day: CivilDate, firstDesk: Int,
        perform: @escaping Perform = { _, _, _ in nil }
    ) {
        self.people = people
        self.officers = officers
        self.perform = perform
        random = SeededGenerator(seed: seed)
        for (point, zone) in points {
            let start = zone.instant(of: day, at: point.cut)
            schedule.add(start, .openShift(point.code))
            for desk in firstDesk...max(firstDesk, point.desks) where desk <= point.desks {
                let isOPI = desk == point.desks
                schedule.add(start.adding(seconds: desk), .openDesk(point.code, desk, isOPI: isOPI))
            }
            for arrival in arrivals(plan, point, zone, start) {
                schedule.add(arrival.at.adding(minutes: -40), .announce(arrival))
                comes.append(arrival.at)
            }
        }
        comes.sort()
    }

    /// When the next group comes after a moment; nil when none will.
    package func nextArrival(after now: Instant) -> Instant? { comes.first { $0 > now } }

    private func arrivals(_ plan: String, _ point: ReceivingPoint, _ zone: Zone, _ start: Instant)
        -> [Arrival]
    {
        plan.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 5, words[0] == point.code.text, let minute = Int(words[1]),
                let count = Int(words[2]),
                let mode = Mode(rawValue: words[3]), let authority = Authority(rawValue: words[4])
            else { return nil }
            let jitter = Int.random(in: -10...10, using: &random)
            let size = max(3, count + Int.random(in: -3...3, using: &random))
            return Arrival(
                point: point, zone: zone, at: start.adding(minutes: minute + jitter), people: size,
                mode: mode,
                authority: authority)
        }
    }

    /// When the next thing happens; nil when the day is over.
    package var next: Instant? { schedule.first }

    /// Lets everything happen that is due by `now`.
    package func advance(to now: Instant) {
        while let (at, action) = schedule.take(by: now) { run(action, at) }
    }

    private func officer(_ number: Int) -> Identifier<Officer> { officers[number % officers.count] }

    private func run(_ action: Action, _ at: Instant) {
        switch action {
        case .openShift(let point): _ = perform(.act(OpenShift(at: point)), officer(0), at)
        case .openDesk(let point, let desk, let isOPI):
            let attends = isOPI ? Set(Attention.allCases) : Desk.usual
            _ = perform(.act(OpenDesk(at: point, desk, attends: attends)), officer(desk), at)
            schedule.add(at.adding(minutes: 5), .call(point, desk))
        case .announce(let arrival): announce(arrival, at)
        case .arrive(let arrival, let group, let receptions): arrive(arrival, group, receptions, at)
        case .receive(let id, let group): receive(id, group, at)
        case .triage(let id): triage(id, at)
        case .balance(let group):
            _ = perform(.act(BalanceGroup(group, reason: "conteo de práctica")), officer(0), at)
        case .call(let point, let desk): call(point, desk, at)
        case .interview(let id, let point, let desk): interview(id, point, desk, at)
        case .finish(let id, let point, let desk): finish(id, point, desk, at)
        case .leave(let id): leave(id, at)
        case .tellAboutChild(let id): tellAboutChild(id, at)
        }
    }

    // MARK: Groups

    private func announce(_ arrival: Arrival, _ at: Instant) {
        var announcement = Announcement()
        announcement.mode = arrival.mode
        announcement.authority = arrival.authority
        announcement.expectedAt = arrival.at
        announcement.count = arrival.people
        let answer = perform(.act(AnnounceGroup(arrival.point.code, announcement)), officer(0), at)
        guard let group = (answer?.result as? Announced)?.group else { return }
        let day = arrival.zone.local(at).day
        let drawn = (0..<arrival.people).map { _ in people.draw(&random, on: day) }
        let listed = perform(.act(AddToList(group, drawn)), officer(0), at)
        let receptions = (listed?.result as? Listed)?.receptions ?? []
        for (reception, person) in zip(receptions, drawn) { persons[reception.value] = person }
        schedule.add(arrival.at, .arrive(arrival, group, receptions))
    }

    private func arrive(
        _ arrival: Arrival, _ group: Identifier<Group>, _ receptions: [Identifier<Reception>],
        _ at: Instant
    ) {
        _ = perform(.act(ArriveGroup(group, headcount: arrival.people)), officer(0), at)
        for (index, id) in receptions.enumerated() {
            schedule.add(at.adding(seconds: 120 + index * 9), .receive(id, group))
        }
        schedule.add(at.adding(seconds: 300 + receptions.count * 9), .balance(group))
    }

    private func receive(_ id: Identifier<Reception>, _ group: Identifier<Group>, _ at: Instant) {
        if random.happens(12) {
            _ = perform(
                .act(NoShow(id, .notDelivered, confirmedBy: "oficial de EUA de práctica")),
                officer(1), at)
            return
        }
        let belongings: Belongings =
            random.happens(120) ? .part : random.happens(80) ? .hadNone : .all
        _ = perform(.act(Receive(id, belongings, tag: nil)), officer(1), at)
        schedule.add(at.adding(seconds: Int.random(in: 30...240, using: &random)), .triage(id))
    }

    private func triage(_ id: Identifier<Reception>, _ at: Instant) {
        guard let person = persons[id.value] else { return }
        let day = CivilDate(daysSinceEpoch: at.seconds / 86_400)
        let flags = people.flags(person, &random, on: day)
        _ = perform(.act(Triage(id, flags)), officer(2), at)
        attend(id, flags, at)
        if (person.birthDate?.age(on: day) ?? 30) < 18 {
            schedule.add(at.adding(minutes: 6), .tellAboutChild(id))
        }
    }

    /// What other lanes ask: a paramedic looked, an interpreter helped.
    private func attend(_ id: Identifier<Reception>, _ flags: Set<Flag>, _ at: Instant) {
        if !flags.isDisjoint(with: [.medical, .pregnant, .vitalEmergency]) {
            var words = TickWords()
            words.who = "Paramédica inventada"
            _ = perform(.act(TickLane(id, .seen, words)), officer(0), at)
        }
        if flags.contains(.noSpanish) { interpret(id, at) }
        if flags.contains(.reserved) {
            // Asked behind a door; nothing was found.
            let form = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
            _ = perform(.act(SaveScreening(id, form)), officer(0), at)
        }
    }

    private func interpret(_ id: Identifier<Reception>, _ at: Instant) {
        let assign = AssignInterpreter(id, language: "tseltal", .phone, who: "Intérprete inventada")
        _ = perform(.act(assign), officer(0), at)
        _ = perform(
            .act(GiveNotice(id, version: PrivacyNotice.version, .interpreted)), officer(0), at)
    }

    /// The child lane: who attends, and who was told.
    private func tellAboutChild(_ id: Identifier<Reception>, _ at: Instant) {
        var words = TickWords()
        _ = perform(.act(TickLane(id, .opi, words)), officer(0), at)
        (words.medium, words.who) = (.phone, "Persona inventada")
        _ = perform(.act(TickLane(id, .procuraduria, words)), officer(0), at)
        _ = perform(.act(TickLane(id, .dif, words)), officer(0), at)
    }

    /// The record of art. 112, signed by who receives.
    private func handOverRecord(_ id: Identifier<Reception>, _ at: Instant) {
        let issued = perform(.act(TickLane(id, .acta, TickWords())), officer(0), at)
        guard let paper = (issued?.result as? any PrintedOutcome)?.paper else { return }
        _ = perform(.act(DeliverPaper(paper, .signed)), officer(0), at)
    }

    // MARK: Desks

    private func call(_ point: PointCode, _ desk: Int, _ at: Instant) {
        guard colleaguesWork else {
            return schedule.add(at.adding(seconds: 60), .call(point, desk))
        }
        let answer = perform(.act(CallNext(at: point, desk)), officer(desk), at)
        guard let id = (answer?.result as? Called)?.reception else {
            schedule.add(
                at.adding(seconds: Int.random(in: 40...80, using: &random)), .call(point, desk))
            return
        }
        schedule.add(
            at.adding(seconds: Int.random(in: 15...45, using: &random)), .interview(id, point, desk)
        )
    }

    private func interview(
        _ id: Identifier<Reception>, _ point: PointCode, _ desk: Int, _ at: Instant
    ) {
        _ = perform(.act(StartInterview(id, desk: desk)), officer(desk), at)
        let end = at.adding(seconds: Int.random(in: 180...420, using: &random))
        stays(point, desk, end)
        schedule.add(end, .finish(id, point, desk))
    }

    private func finish(_ id: Identifier<Reception>, _ point: PointCode, _ desk: Int, _ at: Instant)
    {
        schedule.add(at.adding(seconds: 10), .call(point, desk))
        guard let person = persons[id.value] else { return }
        let proofs: [Proof] = [.birthCertificate, .consularId, .photoCURP, .conviction, .passport]
        let proof = proofs[Int.random(in: 0..<proofs.count, using: &random)]
        _ = perform(
            .act(SetNationality(id, .accredited, proof)),
            officer(desk), at)
        let answers = people.answers(person, &random)
        if answers[.interpreterNeeded] == "yes" { interpret(id, at) }
        _ = perform(.act(SaveProfile(id, answers)), officer(desk), at)
        let issued = perform(.act(IssueCertificate(of: id)), officer(desk), at)?.result
        // Here and there one is forgotten in the tray, for the trainee to find.
        let paper = (issued as? any PrintedOutcome)?.paper
        papers += paper == nil ? 0 : 1
        if let paper, papers % 9 != 0 {
            let how = answers[.interpreterNeeded] == "yes" ? Delivery.withInterpreter : .signed
            _ = perform(.act(DeliverPaper(paper, how)), officer(desk), at)
        }
        schedule.add(at.adding(minutes: Int.random(in: 15...70, using: &random)), .leave(id))
    }

    private func leave(_ id: Identifier<Reception>, _ at: Instant) {
        let day = CivilDate(daysSinceEpoch: at.seconds / 86_400)
        var release = Release(
            [Exit.bus, .shelter, .shelter, .ownMeans, .relative][
                Int.random(in: 0..<5, using: &random)])
        if (persons[id.value]?.birthDate?.age(on: day) ?? 30) < 18 {
            release = Release(.dif)
            release.receiver.institution = "DIF estatal (práctica)"
            release.receiver.name = "Persona inventada"
            release.receiver.credential = "PRACTICA-1"
            release.receiver.plate = "PRA-00-00"
            handOverRecord(id, at)
        }
        let answer = perform(.act(ReleasePerson(id, release)), officer(3), at)
        if answer?.result is LeftPending, let act = answer?.act {
            _ = perform(.act(Confirm(act)), officer(0), at)
        }
        persons[id.value] = nil
    }
}

/// What happens in a practice day.
enum Action {
    case openShift(PointCode)
    case openDesk(PointCode, Int, isOPI: Bool)
    case announce(PracticeDay.Arrival)
    case arrive(PracticeDay.Arrival, Identifier<Group>, [Identifier<Reception>])
    case receive(Identifier<Reception>, Identifier<Group>)
    case triage(Identifier<Reception>)
    case balance(Identifier<Group>)
    case call(PointCode, Int)
    case interview(Identifier<Reception>, PointCode, Int)
    case finish(Identifier<Reception>, PointCode, Int)
    case leave(Identifier<Reception>)
    case tellAboutChild(Identifier<Reception>)
}
