import Repatriation

/// Who works at the points of a scenario: whoever practises, at each point those who lead by turns,
/// one at the gate, and one at each desk.
package struct Staff: Sendable {
    /// A place that somebody fills.
    package enum Post: Hashable, Sendable {
        case trainee
        /// Leads a point; they follow one another.
        case lead(PointCode, turn: Int)
        /// Calls the roll, asks the first questions, speaks for children.
        case gate(PointCode)
        case desk(PointCode, Int)
    }

    private var officers: [Post: Identifier<Officer>] = [:]

    /// Nobody yet.
    package init() {}

    /// Who fills a post.
    package subscript(post: Post) -> Identifier<Officer>? {
        get { officers[post] }
        set { officers[post] = newValue }
    }

    /// The posts of a scenario, in order: the one who leads first, then whoever practises.
    package static func posts(of scenario: Scenario) -> [Post] {
        var posts: [Post] = []
        for point in scenario.points {
            posts.append(.lead(point, turn: 0))
            if point == scenario.point { posts.append(.trainee) }
            posts.append(.gate(point))
            posts += scenario.desks(of: point).map { .desk(point, $0) }
            if !scenario.changes.isEmpty { posts.append(.lead(point, turn: 1)) }
        }
        return posts
    }
}

extension Staff.Post {
    /// What they may do. Whoever practises leads where the scenario leaves that to them, and where
    /// all points are alive.
    package func roles(in scenario: Scenario) -> Set<OfficerRole> {
        switch self {
        case .lead: [.officer, .opi, .lead]
        case .trainee:
            scenario.works.contains(.lead) || !scenario.rates.isEmpty
                ? [.officer, .opi, .lead] : [.officer, .opi]
        case .gate, .desk: [.officer, .opi]
        }
    }
}

extension Scenario {
    /// The points where somebody works, the trainee's first.
    package var points: [PointCode] {
        let others = Set(groups.compactMap(\.point) + rates.map(\.point)).subtracting([point])
        return [point] + others.sorted { $0.text < $1.text }
    }

    /// The desks of a point where somebody sits who is not the trainee, those who wait for one to
    /// be opened among them.
    func desks(of place: PointCode) -> [Int] {
        if let rate = rates.first(where: { $0.point == place }), !rate.desks.isEmpty {
            return rate.desks
        }
        return place == point ? colleagues + reserves : [1, 2]
    }
}
