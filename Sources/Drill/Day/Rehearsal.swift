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
    private var timetable = Timetable()
    private var guests: [Int: Guest] = [:]
    private(set) var drawn = 0
    /// What each name stands for.
    private(set) var names: [String: Int] = [:]
    /// The folio of each sheet of the drawer, by its name.
    var folios: [String: String] = [:]
    /// With whom each desk speaks.
    var attended: [DeskPlace: Guest] = [:]
    /// Of the family of whoever a desk called, those who come after them.
    var brought: [DeskPlace: [Guest]] = [:]
    /// Desks that fell silent.
    var silent: Set<DeskPlace> = []
    /// What is issued and not printed; nil while the printer works.
    var tray: [Printed]?

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
    /// When the next thing happens; nil when nothing will.
    package var next: Instant? { timetable.first }

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
        score.add(stage.facts())
    }

    /// Lets something happen so many seconds after a moment.
    func after(_ seconds: Int, _ now: Instant, _ task: @escaping (Instant) -> Void) {
        timetable.add(now.adding(seconds: seconds), task)
    }

    private func plan() {
        timetable.add(start) { [unowned self] now in
            reserveSheets(now)
            openPoints(now)
        }
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
        case .colleague: officers[min(2, officers.count - 1)]
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
        _ act: some Act, from paper: FromPaper? = nil, _ officer: Identifier<Officer>,
        _ at: Instant
    ) -> (outcome: any Outcome, act: Identifier<any Act>?)? {
        switch stage.perform(Command(act: act, from: paper), officer, at) {
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
        send(Confirm(pending), officer == officers[0] ? officers[1] : officers[0], at)
    }

    /// An act by hand, with what its names stand for.
    func send(_ scripted: ScriptedAct, of inject: Inject, _ at: Instant) {
        let line = JSON.object(scripted.line).resolved { [unowned self] name in
            if let hour = TimeOfDay(text: name) { return .string(instant(of: hour).text) }
            if let folio = folios[name] { return .string(folio) }
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
                guard let value else { continue }
                mean(name, value, at)
                if member == "reception" { recognise(name, Identifier(value)) }
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

    /// Somebody written by hand whom a colleague put on the record by an act of their own.
    private func recognise(_ name: String, _ reception: Identifier<Reception>) {
        guard self[reception] == nil, scenario.people.contains(where: { $0.id == name }) else {
            return
        }
        let guest = guest(name)
        guest.reception = reception
        self[reception] = guest
    }

    func tell(_ inject: Inject, _ at: Instant) {
        score.tell(inject.id, at)
        stage.tell(inject, at)
        react(to: inject, at)
    }

    /// Whether all that an inject expects was done in time, as far as it is known now.
    func isMet(_ inject: Inject) -> Bool {
        score.add(stage.facts())
        return score.missed(inject, names).isEmpty
    }
}
