import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

/// Referring, helping and claiming by keys, as at a desk.
@Suite struct CareTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        desk.press(.down, .enter)
    }

    private func person() throws -> Identifier<Reception> {
        try #require(desk.shownCard).reception.id
    }

    /// Two keys and the one question: the second referral asks nothing any more.
    @Test func consentIsAskedOnce() throws {
        let id = try person()
        desk.press(.function(5), .character("1"))
        #expect(desk.text.contains("atención médica"))
        desk.press(.character("1"))
        #expect(desk.text.contains("¿Acepta?"))
        desk.press(.character("s"))
        #expect(desk.text.contains("Canalizada") && desk.text.contains("enviada, vence"))
        desk.press(.function(5), .character("a"), .character("1"))
        #expect(!desk.text.contains("¿Acepta?"))
        let view = try #require(try desk.store.care(of: id, now: Desk.start))
        #expect(
            view.referrals.map(\.kind) == [.medical, .shelter]
                && view.reception.serviceConsent == true)
        // What was suggested and is sent is suggested no more.
        #expect(!desk.text.contains("médico o medicina"))
    }

    @Test func noIsAnAnswer() throws {
        let id = try person()
        desk.press(.function(5), .character("1"), .character("1"), .character("n"))
        #expect(desk.text.contains("no aceptó"))
        #expect(try desk.store.care(of: id, now: Desk.start)?.referrals.isEmpty == true)
    }

    /// The work list is answered from, and says how late; another institution is a key away.
    @Test func theWorkListIsAnswered() throws {
        let id = try person()
        desk.press(.function(5), .function(5), .character("a"), .character("1"), .character("s"))
        desk.press(.escape, .escape, .function(5))
        #expect(
            desk.text.contains("albergue o centro") && desk.text.contains("enviada, vence 12:00"))
        desk.later(seconds: 2 * 3600)
        desk.changed()
        #expect(desk.text.contains("vencida hace 1:00"))
        // The first key uncovers the screen that was left.
        desk.press(.enter, .enter, .character("r"))
        #expect(desk.text.contains("Hay otra institución") && desk.text.contains("Nada pendiente."))
        #expect(
            try desk.store.care(of: id, now: Desk.start)?.referrals.map(\.state) == [
                .refusedByProvider
            ])
    }

    /// Soup is per bus: everybody inside of the group but those named, in one go.
    @Test func aGroupIsHelpedAtOnce() throws {
        let card = try #require(desk.shownCard)
        desk.press(.escape, .function(6))
        while !desk.text.contains("▌ \(card.group.name) ") { desk.press(.down) }
        desk.press(.character("y"), .character("a"), .character("x"))
        desk.type(String(try #require(card.reception.ticket)))
        desk.press(.enter)
        #expect(desk.text.contains("menos \(card.reception.ticket ?? 0)"))
        desk.press(.enter)
        #expect(desk.text.contains("Apoyo anotado a"))
        #expect(try desk.store.care(of: card.reception.id, now: Desk.start)?.help.isEmpty == true)
        let others = try desk.store.roll(of: card.group.id).filter {
            $0.reception.isInside && $0.id != card.reception.id
        }
        for other in others {
            #expect(
                try desk.store.care(of: other.id, now: Desk.start)?.help.map(\.helpKind) == [.food])
        }
    }

    /// A claim in two keys, with its date.
    @Test func whatIsMissingIsClaimedInTwoKeys() throws {
        let id = try person()
        desk.press(.function(5), .function(4), .character("r"), .character("d"))
        desk.press(.control("g"))
        #expect(desk.text.contains("Reclamo hasta el 20/12/2026: pida la bolsa ahora."))
        #expect(try desk.store.care(of: id, now: Desk.start)?.claims.map(\.missing) == [[.money]])
    }

    /// Covered, nothing of what somebody needs stands on the screen.
    @Test func aCoveredScreenTellsNoNeed() throws {
        desk.press(.function(5), .function(12))
        #expect(!desk.text.contains("médic") && !desk.text.contains("Prado"))
        desk.press(.function(12), .escape, .escape, .function(5), .function(12))
        #expect(!desk.text.contains("médic"))
    }
}

/// What goes on while nobody writes.
@Suite struct MinuteTests {
    /// The board's clocks and waits go on by themselves, once a minute, and what falls due is told.
    @Test func theBoardGoesOnWhileNobodyWrites() throws {
        let desk = try Desk(home: .board)
        let before = desk.loads
        desk.later(seconds: 20)
        #expect(desk.loads == before)
        desk.later(seconds: 40)
        let asked = try #require(desk.app.screens.last).queries.count
        #expect(asked > 0 && desk.loads == before + asked)
    }
}
