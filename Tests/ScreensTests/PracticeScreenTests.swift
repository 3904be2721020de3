import Repatriation
import Terminal
import Testing

@testable import Screens

/// A practice on the screen: what has happened is told, and its clock obeys.
@Suite struct PracticeScreenTests {
    private let desk: Desk
    private var state = PracticeState("Un día de prueba", speed: 10)

    init() throws { desk = try Desk(home: .queue(1)) }

    private func tell(_ synopsis: String, _ hint: String = "") -> PracticeState {
        var told = state
        told.told.append(
            .init(id: "uno", at: Desk.start, synopsis: synopsis, hint: hint))
        return told
    }

    @Test func withoutAPracticeNothingOffersIt() {
        desk.press(.function(9))
        #expect(!desk.text.contains("Práctica: reloj"))
    }

    /// It rings once, and says what happened; the same state again says nothing.
    @Test func whatHappensIsSaidAndRingsOnce() {
        _ = desk.practise(state)
        let first = desk.practise(tell("Llega un grupo sin aviso."))
        let again = desk.practise(tell("Llega un grupo sin aviso."))
        #expect(first.count == 1 && again.isEmpty)
        #expect(desk.text.contains("Llega un grupo sin aviso."))
        desk.press(.function(9), .character("z"))
        #expect(desk.text.contains("Un día de prueba") && desk.text.contains("×10"))
    }

    @Test func aHintIsShownOnlyToWhoeverAsks() {
        _ = desk.practise(tell("Un niño espera.", "La ruta se abre con «r»."))
        desk.press(.function(9), .character("z"))
        #expect(!desk.text.contains("La ruta se abre"))
        desk.press(.character("p"))
        #expect(desk.text.contains("La ruta se abre"))
        desk.press(.character("p"))
        #expect(!desk.text.contains("La ruta se abre"))
    }

    @Test(arguments: [
        (Key.character(" "), PracticeOrder.pause), (.character("+"), .faster),
        (.character("-"), .slower), (.character("m"), .step), (.character("l"), .nextArrival),
        (.character("c"), .colleagues(.nogales, desk: nil)),
    ])
    func itsKeysAreOrders(_ key: Key, _ order: PracticeOrder) {
        _ = desk.practise(state)
        desk.press(.function(9), .character("z"))
        let effects = desk.asked(by: key)
        #expect(
            effects.contains { if case .practice(order) = $0 { true } else { false } }, "\(key)")
    }

    /// Colleagues rest at one desk or at all of the point, and it is said at which.
    @Test func colleaguesRestAtOneDeskOrAtAll() {
        var resting = state
        _ = desk.practise(resting)
        desk.press(.function(9), .character("z"), .character("v"))
        #expect(desk.text.contains("¿qué ventanilla?"))
        let effects = desk.asked(by: .character("3"))
        #expect(
            effects.contains {
                if case .practice(.colleagues(.nogales, desk: 3)) = $0 { true } else { false }
            })
        resting.toggleRest(at: .nogales, desk: 3)
        _ = desk.practise(resting)
        #expect(desk.text.contains("no llaman: ventanilla 3"))
        resting.toggleRest(at: .nogales, desk: 3)
        #expect(resting.resting[.nogales] == [])
        resting.toggleRest(at: .nogales, desk: nil)
        _ = desk.practise(resting)
        #expect(desk.text.contains("los colegas no llaman"))
    }

    /// In one key, to the minute that its digit stands beside.
    @Test func aDigitGoesBackToItsMinute() {
        var marked = state
        _ = desk.practise(marked)
        desk.press(.function(9), .character("z"), .character("1"))
        #expect(desk.text.contains("No hay minutos marcados."))
        desk.press(.escape)
        marked.moments = [
            .init(title: "El autobús", at: Desk.start),
            .init(title: "La puerta", at: Desk.start.adding(minutes: 31)),
        ]
        _ = desk.practise(marked)
        desk.press(.function(9), .character("z"))
        #expect(desk.text.contains("El autobús") && desk.text.contains("La puerta"))
        #expect(desk.frame(40, 12).lines.contains { $0.contains("Volver a") })
        for (key, moment) in [("1", 0), ("2", 1)] as [(Character, Int)] {
            let effects = desk.asked(by: .character(key))
            #expect(
                effects.contains {
                    if case .practice(.back(moment)) = $0 { true } else { false }
                }, "\(key)")
        }
        #expect(
            desk.asked(by: .character("3")).allSatisfy {
                if case .practice = $0 { false } else { true }
            })
    }

    @Test func aClockThatStandsStillSaysSo() {
        var paused = state
        paused.isPaused = true
        _ = desk.practise(paused)
        #expect(desk.text.contains("PRÁCTICA ‖"))
    }

    /// Its clock went on into the next morning, where nothing happens.
    @Test func theEndIsSaidOnce() {
        _ = desk.practise(state)
        var over = state
        over.isOver = true
        _ = desk.practise(over)
        #expect(desk.text.contains("La práctica terminó."))
        desk.press(.control("n"), .function(9), .character("z"))
        over.speed = 30
        _ = desk.practise(over)
        #expect(desk.text.contains("garita debrief"))
        #expect(!desk.text.contains("La práctica terminó."))
    }
}
