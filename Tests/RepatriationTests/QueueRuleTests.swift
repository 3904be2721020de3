import Testing

@testable import Repatriation

/// A queue that knows everybody, for comparing: no heads, no index, the rule read from its text.
private struct Oracle {
    struct Person {
        let head: QueueHead
    }

    static func next(_ people: [QueueHead], _ now: Instant, _ sinceTier2: Int, _ share: Int) -> Set<
        Int
    > {
        let lowest = people.map(\.tier).min() ?? 3
        let lateTier2 = people.contains {
            $0.tier == 2 && now.secondsSince($0.enteredAt) > $0.target * 60
        }
        let tier = lowest == 1 && lateTier2 && sinceTier2 + 1 >= share ? 2 : lowest
        let candidates = people.filter { $0.tier == tier }
        func lateness(_ head: QueueHead) -> Double {
            head.target == 0
                ? .infinity : Double(now.secondsSince(head.enteredAt)) / Double(head.target)
        }
        let most = candidates.map(lateness).max() ?? 0
        let best = candidates.filter { abs(lateness($0) - most) < 1e-9 || lateness($0) == most }
        let earliest = best.map(\.enteredAt).min()
        let first = best.filter { $0.enteredAt == earliest }
        return Set(first.filter { head in head.ticket == first.map(\.ticket).min() }.map(\.ticket))
    }
}

/// A point with desks and arrivals, minute by minute; what `callNext` does, without a store.
private struct Simulation {
    var waiting: [QueueHead] = []
    var sinceTier2 = 0
    var waits: [(priority: PriorityClass, seconds: Int)] = []
    var passedOver = 0
    private var ticket = 0

    mutating func arrive(_ code: String, at second: Int) {
        guard let priority = PriorityClass.shipped.first(where: { $0.code == code }) else { return }
        ticket += 1
        waiting.append(
            QueueHead(
                reception: Identifier(ticket), ticket: ticket, priority: code, tier: priority.tier,
                target: priority.targetMinutes, enteredAt: Instant(milliseconds: second * 1000)))
    }

    var heads: [QueueHead] {
        Dictionary(grouping: waiting, by: \.priority).values.compactMap { group in
            group.min { ($0.enteredAt, $0.ticket) < ($1.enteredAt, $1.ticket) }
        }
    }

    @discardableResult
    mutating func call(at second: Int) -> QueueHead? {
        let now = Instant(milliseconds: second * 1000)
        guard let choice = QueueRule.next(heads, at: now, sinceTier2: sinceTier2, share: 4) else {
            return nil
        }
        if choice.head.tier > 0 && waiting.contains(where: { $0.tier == 0 }) { passedOver += 1 }
        sinceTier2 = choice.sinceTier2
        waiting.removeAll { $0.ticket == choice.head.ticket }
        if let priority = PriorityClass.shipped.first(where: { $0.code == choice.head.priority }) {
            waits.append((priority, now.secondsSince(choice.head.enteredAt)))
        }
        return choice.head
    }
}

@Suite struct QueueRuleTests {
    @Test(arguments: 1...60)
    func theChosenNextIsTheOraclesOverRandomDays(_ seed: Int) {
        var random = Generator(seed: seed)
        var day = Simulation()
        let codes = PriorityClass.shipped.map(\.code)
        var second = 0
        for _ in 0..<400 {
            second += Int.random(in: 0...120, using: &random)
            if Int.random(in: 0..<100, using: &random) < 55 + seed % 10 {
                day.arrive(codes[Int.random(in: 0..<codes.count, using: &random)], at: second)
            } else if !day.waiting.isEmpty {
                let expected = Oracle.next(
                    day.waiting, Instant(milliseconds: second * 1000), day.sinceTier2, 4)
                let called = day.call(at: second)
                #expect(expected == [called?.ticket ?? -1])
            }
        }
        #expect(day.passedOver == 0)
    }

    /// `childIsNotPassedByLateAdults`: arrivals 8 % above service for sixteen hours.
    @Test(arguments: 1...10)
    func childIsNotPassedByLateAdultsOnAnOverloadedDay(_ seed: Int) {
        var random = Generator(seed: seed)
        var day = Simulation()
        var free = Array(repeating: 0, count: 4)
        var plain: [Int] = []
        for minute in stride(from: 0, to: 960, by: 53) {
            for index in 0..<46 {
                let roll = index
                let code =
                    roll < 2
                    ? "child"
                    : roll < 6
                        ? ["medical", "pregnant", "older", "language"][roll - 2]
                        : roll < 11 ? "family" : "general"
                day.arrive(code, at: minute * 60 + index)
                plain.append(minute * 60 + index)
            }
            for second in (minute * 60)..<((minute + 53) * 60) {
                for desk in free.indices where free[desk] <= second {
                    if day.call(at: second) != nil {
                        free[desk] = second + Int.random(in: 180...420, using: &random)
                    }
                }
            }
        }
        let children = day.waits.filter { $0.priority.tier == 0 }
        #expect(children.count > 20)
        #expect(children.allSatisfy { $0.seconds <= 600 })
        #expect(day.passedOver == 0)
        let everyone = day.waits.filter { $0.priority.tier == 2 }.map(\.seconds)
        #expect((everyone.max() ?? 0) < 4 * 3600)
    }

    @Test func aChildAndAnEmergencyAreReachedInsideABacklog() {
        var day = Simulation()
        for index in 0..<150 { day.arrive(index % 9 == 0 ? "medical" : "general", at: index) }
        var free = [0, 0, 0]
        var reached: [String: Int] = [:]
        for second in 0..<(120 * 60) {
            if second == 90 * 60 {
                day.arrive("child", at: second)
                day.arrive("emergency", at: second)
            }
            for desk in free.indices where free[desk] <= second {
                guard let head = day.call(at: second) else { continue }
                free[desk] = second + 300
                reached[head.priority] = second - head.enteredAt.seconds
            }
        }
        #expect((reached["child"] ?? 9999) <= 600)
        #expect((reached["emergency"] ?? 9999) <= 300)
    }

    /// Tier 2 gets its share while late, so that an endless stream of tier 1 starves nobody.
    @Test func nobodyStarvesBehindAnEndlessStream() {
        var day = Simulation()
        day.arrive("general", at: 0)
        var second = 0
        var calls = 0
        while day.waiting.contains(where: { $0.priority == "general" }) && calls < 1000 {
            day.arrive("medical", at: second)
            day.call(at: second)
            calls += 1
            second += 60
        }
        #expect(calls <= 60 + 4)
    }

    @Test func reasonsHaveTwoVoicesAndThePublicOneSaysNothing() {
        for priority in PriorityClass.shipped {
            let reason = QueueReason(
                ticket: 7, priority: priority.code, target: priority.targetMinutes, waited: 300,
                isShare: false)
            #expect(["orden de llegada", "prioridad"].contains(reason.public(.es)))
            #expect(["order of arrival", "priority"].contains(reason.public(.en)))
            #expect(!reason.staff(.es).isEmpty)
        }
    }
}

/// A small generator of the tests' own, so that their days do not change with the program's.
struct Generator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
