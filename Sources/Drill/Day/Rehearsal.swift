import Repatriation

/// A scenario while it is lived: people come, colleagues work, things happen, all by the same
/// commands that a desk sends.
///
/// Everything is done at its own moment and in order, and each person is drawn from a stream of
/// their own, so that what happens depends on the scenario, the seed and what the trainee does
/// alone: not on how fast it is shown.
package final class Rehearsal {
    /// Who does the trainee's work: nobody but the trainee, or a player.
    package enum Player: String, CaseIterable, Sendable {
        case good, careless
    }

    /// What became of a command.
    package enum Performed: Sendable {
        case done(any Outcome, act: Identifier<any Act>?)
        case refused(String)
    }

    /// What a rehearsal asks of a store.
    package struct Stage {
        /// Carries a command out.
        package var perform: (Command, Identifier<Officer>, Instant) -> Performed
        /// Says that a desk is attended until a moment, as its screen would.
        package var stays: (PointCode, Int, Instant) -> Void
        /// Looks at the alarms, as a board would.
        package var watch: (Instant) -> Void
        /// The facts since the last time.
        package var facts: () -> [Fact]
        /// Keeps what the trainee is told.
        package var tell: (Inject, Instant) -> Void
        /// Keeps what a name of the scenario stands for.
        package var names: (String, Int, Instant) -> Void

        /// From its parts.
        package init(
            perform: @escaping (Command, Identifier<Officer>, Instant) -> Performed,
            stays: @escaping (PointCode, Int, Instant) -> Void = { _, _, _ in },
            watch: @escaping (Instant) -> Void = { _ in },
            facts: @escaping () -> [Fact] = { [] },
            tell: @escaping (Inject, Instant) -> Void = { _, _ in },
            names: @escaping (String, Int, Instant) -> Void = { _, _, _ in }
        ) {
            self.perform = perform
            self.stays = stays
            self.watch = watch
            self.facts = facts
            self.tell = tell
            self.names = names
        }
    }

    /// Somebody who comes, with the stream that all about them is drawn from.
    final class Guest {
        let id: String?
        var person: PersonData
        let truth: Truth
        var random: SeededGenerator
        var reception = Identifier<Reception>(0)
        /// Mexican sign language.
        static let signs = "LSM"
        var isIn = false
        /// What they need an interpreter for, as the first questions found.
        var language: String?
        /// The family who comes to the desk with them.
        var along: [Guest] = []
        /// Done with everything: leaves as soon as their family is.
        var isReady = false
        var isOut = false

        init(_ id: String?, _ person: PersonData, _ truth: Truth, _ random: SeededGenerator) {
            self.id = id
            self.person = person
            self.truth = truth
            self.random = random
        }
    }

    /// What is lived.
    package let scenario: Scenario
    /// The moment at which it starts.
    package let start: Instant
    /// How it stands.
    package private(set) var score: Score
    /// What the rules did not allow, by who wanted it: in a good play nobody is waiting for a call,
    /// and that is all.
    package private(set) var refused: [String] = []

    let zone: Zone
    let people: InventedPeople
    let officers: [Identifier<Officer>]
    /// What it is drawn with.
    package let seed: Int
    let player: Player?
    /// What it is lived on; whoever goes on with it elsewhere sets its own.
    package var stage: Stage
    /// Those at the other desks call and attend.
    package var colleaguesWork = true
    private var timetable = Timetable()
    private var guests: [Int: Guest] = [:]
    private(set) var drawn = 0
    /// What those without a keyboard asked a second officer for, which they see to themselves.
    private var robotsAsked: Set<Int> = []
    /// What each name stands for.
    private(set) var names: [String: Int] = [:]

    /// A scenario at the zone of its point, with the officers of the store: the lead first.
    package init(
        _ scenario: Scenario, zone: Zone, people: InventedPeople,
        officers: [Identifier<Officer>], seed: Int? = nil, player: Player? = nil, on stage: Stage
    ) {
        self.scenario = scenario
        self.zone = zone
        self.people = people
        self.officers = officers
        self.seed = seed ?? scenario.seed
        self.player = player
        self.stage = stage
        start = zone.instant(of: scenario.day, at: scenario.starts)
        score = Score(scenario, from: start)
        names[ScriptedAct.Actor.trainee.rawValue] = officer(.trainee).value
        names[ScriptedAct.Actor.colleague.rawValue] = officer(.colleague).value
        names[ScriptedAct.Actor.lead.rawValue] = officer(.lead).value
        plan()
    }

    /// When it is over.
    package var end: Instant { start.adding(seconds: scenario.length) }
    /// When the next group comes after a moment; nil when none will.
    package func nextArrival(after now: Instant) -> Instant? {
        scenario.groups.map { start.adding(seconds: $0.comes) }.filter { $0 > now }.min()
    }

    /// What was reached so far.
    package var reached: [Score.Reached] { score.objectives(names) }
    /// A moment by the clock of the point.
    package func clock(_ at: Instant) -> String { zone.local(at).clock }
    /// The first moment of the scenario at which its clock shows an hour.
    package func instant(of hour: TimeOfDay) -> Instant {
        start.adding(minutes: (hour.minutes - scenario.starts.minutes + 1440) % 1440)
    }

    /// Lets everything happen that is due by `now`, and nothing after the end.
    package func advance(to now: Instant) {
        while let (at, task) = timetable.take(by: min(now, end)) { task(at) }
        learn()
    }

    /// Takes the newest facts up, and does what colleagues do of them.
    private func learn() {
        let facts = stage.facts()
        score.add(facts)
        for fact in facts where fact.event.kind == .confirmationAsked { stand(by: fact) }
    }

    /// A colleague is the second officer of whoever sits at the screen, half a minute after it was
    /// asked for.
    private func stand(by fact: Fact) {
        guard player == nil, !robotsAsked.contains(fact.act.value) else { return }
        after(30, fact.at) { [unowned self] now in
            let colleague = officer(.colleague)
            send(Confirm(fact.act), fact.officer == colleague ? officer(.lead) : colleague, now)
        }
    }

    /// Lets something happen so many seconds after a moment.
    func after(_ seconds: Int, _ now: Instant, _ task: @escaping (Instant) -> Void) {
        timetable.add(now.adding(seconds: seconds), task)
    }

    private func plan() {
        timetable.add(start) { [unowned self] in openPoints($0) }
        for group in scenario.groups {
            let notice = max(0, group.comes - group.notice * 60)
            after(notice, start) { [unowned self] in announce(group, $0) }
        }
        for inject in scenario.injects where inject.isActive {
            if case .at(let seconds) = inject.cue {
                after(seconds, start) { [unowned self] in tell(inject, $0) }
            }
        }
        after(60, start) { [unowned self] in watch($0) }
    }

    private func watch(_ now: Instant) {
        stage.watch(now)
        after(60, now) { [unowned self] in watch($0) }
    }

    // MARK: Who works

    /// Who stands for a part in the acts of a scenario.
    func officer(_ actor: ScriptedAct.Actor) -> Identifier<Officer> {
        switch actor {
        case .lead: officers[0]
        case .trainee: officer(atDesk: scenario.desk)
        case .colleague:
            // Not the trainee, so that what takes two is done by two.
            officers.dropFirst().first { $0 != officer(.trainee) } ?? officers[0]
        }
    }

    func officer(atDesk desk: Int) -> Identifier<Officer> {
        officers[1 + desk % (officers.count - 1)]
    }

    /// How well a part of the work is done by whoever does it without a keyboard, in thousandths;
    /// nil where the trainee does it.
    func skill(_ work: Work, at point: PointCode) -> Int? {
        guard point == scenario.point, scenario.works.contains(work) else {
            return point == scenario.point ? scenario.skill : 1000
        }
        return player.map { $0 == .good ? 1000 : 0 }
    }

    /// Whether a step that a careful officer takes is taken, for somebody.
    func does(_ work: Work, at point: PointCode, _ guest: Guest) -> Bool {
        skill(work, at: point).map { guest.random.happens($0) } ?? false
    }

    // MARK: What is done

    /// Sends a command; nil when the rules did not allow it.
    @discardableResult
    func send(
        _ act: some Act, _ officer: Identifier<Officer>, _ at: Instant
    ) -> (outcome: any Outcome, act: Identifier<any Act>?)? {
        switch stage.perform(.act(act), officer, at) {
        case .done(let outcome, let act): return (outcome, act)
        case .refused(let code):
            if !(act is CallNext) { refused.append("\(type(of: act).name.rawValue): \(code)") }
            return nil
        }
    }

    /// Sends an act that takes two, and the lead's word for it.
    func sendByTwo(_ act: some Act, _ officer: Identifier<Officer>, _ at: Instant) {
        guard let asked = send(act, officer, at), asked.outcome is LeftPending,
            let pending = asked.act
        else { return }
        robotsAsked.insert(pending.value)
        send(Confirm(pending), officer == officers[0] ? officers[1] : officers[0], at)
    }

    /// An act by hand, with what its names stand for.
    func send(_ scripted: ScriptedAct, of inject: Inject, _ at: Instant) {
        let line = JSON.object(scripted.line).resolved { [unowned self] name in
            if let hour = TimeOfDay(text: name) { return .string(instant(of: hour).text) }
            return .int(names[name] ?? 0)
        }
        let performed: Performed
        do {
            performed = stage.perform(try Command(line), officer(scripted.actor), at)
        } catch {
            performed = .refused(error.code.rawValue)
        }
        switch performed {
        case .refused(let code):
            refused.append("\(inject.id): \(line["do"]?.text ?? "?"): \(code)")
        case .done(let outcome, let act):
            for (name, member) in scripted.keeps {
                let value = member == "act" ? act?.value : outcome[member]?.integer
                if let value { mean(name, value, at) }
            }
        }
    }

    // MARK: Who comes

    /// Somebody by hand, or drawn.
    func guest(_ name: String? = nil) -> Guest {
        drawn += 1
        var random = SeededGenerator(seed: seed &* 1_000_003 &+ drawn)
        if let name, let written = scenario.people.first(where: { $0.id == name }) {
            return Guest(name, written.person, written.truth, random)
        }
        let person = people.draw(&random, on: scenario.day)
        return Guest(nil, person, Truth(), random)
    }

    /// Who a reception is of.
    subscript(reception: Identifier<Reception>) -> Guest? {
        get { guests[reception.value] }
        set { guests[reception.value] = newValue }
    }

    /// From now on a name stands for this.
    func mean(_ name: String, _ value: Int, _ at: Instant) {
        names[name] = value
        stage.names(name, value, at)
    }

    func tell(_ inject: Inject, _ at: Instant) {
        score.tell(inject.id, at)
        stage.tell(inject, at)
        react(to: inject, at)
    }

    /// Whether all that an inject expects was done in time, as far as it is known now.
    func isMet(_ inject: Inject) -> Bool {
        learn()
        return score.missed(inject, names).isEmpty
    }
}
