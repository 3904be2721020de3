import Drill
import Repatriation
import Store

/// Two months at all points, day after day until yesterday: each group announced, its list brought
/// in, everybody received and gone, and the group concluded. What longer stores are copies of.
struct LivedMonths {
    /// How many days there are.
    var days = 61
    let people: Int
    /// Whoever is received is accredited too, so that official tables count them.
    var isAccredited = false

    /// So many people of a store that nothing has happened in yet, made so many days ago.
    func live(in path: String, until end: Instant) throws {
        let start = end.adding(minutes: -1440 * (days + 1))
        try Store.create(
            at: path,
            .init(lead: "Oficial de Prueba", account: Environment.account, seed: 7, now: start))
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first else { return }
        try store.setSynchronous(false)
        var population = LikenessBench.population()
        let points = try store.points().filter(\.isActive).map(\.code)
        var left = people
        for day in 1...days {
            for (index, point) in points.enumerated() {
                let groups = (days - day) * points.count + points.count - index
                let group = (0..<(left + groups - 1) / groups).map { _ in population.next() }
                left -= group.count
                guard !group.isEmpty else { continue }
                let now = start.adding(minutes: 1440 * day + index)
                try store.batch(orWrap: { PerformFailure.failed($0) }) {
                    () throws(PerformFailure) in
                    try self.live(group, at: point, now) { command throws(PerformFailure) in
                        try store.perform(command, by: lead.id, at: now)
                    }
                }
            }
        }
        try store.setSynchronous(true)
    }

    /// One of fifty of a list does not come; the others leave by their own decision.
    private func live(
        _ people: [PersonData], at point: PointCode, _ now: Instant,
        _ perform: (Command) throws(PerformFailure) -> Answer
    ) throws(PerformFailure) {
        var announcement = Announcement()
        (announcement.mode, announcement.authority) = (.bus, .ice)
        announcement.count = people.count
        let announced = try perform(.act(AnnounceGroup(point, announcement)))
        guard let group = (announced.result as? Announced)?.group else { return }
        let list = try perform(.act(AddToList(group, people)))
        let ids = list.result["receptions"]?.elements?.compactMap(\.integer) ?? []
        var present = 0
        for (index, id) in ids.enumerated() {
            let id = Identifier<Reception>(id)
            if index % 50 == 49 {
                _ = try perform(.act(NoShow(id, .notDelivered, confirmedBy: nil)))
            } else {
                _ = try perform(.act(Receive(id, .all, tag: nil)))
                if isAccredited {
                    _ = try perform(.act(SetNationality(id, .accredited, .passport)))
                }
                _ = try perform(.act(ReleasePerson(id, Release(.ownDecision))))
                present += 1
            }
        }
        _ = try perform(.act(ArriveGroup(group, headcount: present)))
        var balance = BalanceGroup()
        (balance.group, balance.reason) = (group, "cifra de prueba")
        _ = try perform(.act(balance))
        var close = CloseGroup()
        close.group = group
        _ = try perform(.act(close))
    }
}
