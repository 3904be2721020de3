/// Which question an answer is to, and who hears it.
package struct Request: Sendable, Equatable {
    /// What is asked later has a greater one.
    let number: Int
    /// The screen that asked and those it stood on: they opened it, as a form or a question of
    /// theirs. Nobody else takes the answer for their own.
    let hearers: [Int]
}

/// The screens that are open, the one on top last, each with a number that no other ever had.
struct ScreenStack: Sendable {
    private(set) var screens: [any Screen] = []
    private(set) var numbers: [Int] = []
    private var last = 0

    init(_ screens: any Screen...) {
        for screen in screens { push(screen) }
    }

    var top: Int { numbers[numbers.count - 1] }

    subscript(index: Int) -> any Screen {
        get { screens[index] }
        _modify { yield &screens[index] }
    }

    mutating func push(_ screen: any Screen) {
        last += 1
        screens.append(screen)
        numbers.append(last)
    }

    mutating func pop() -> any Screen {
        numbers.removeLast()
        return screens.removeLast()
    }

    /// Leaves all but the first.
    mutating func leaveToFirst() -> [any Screen] {
        remove { _ in true }
    }

    /// Leaves those above the first that are so.
    mutating func remove(where isLeft: (any Screen) -> Bool) -> [any Screen] {
        let places = screens.indices.dropFirst().filter { isLeft(screens[$0]) }
        let left = places.map { screens[$0] }
        for place in places.reversed() {
            screens.remove(at: place)
            numbers.remove(at: place)
        }
        return left
    }
}
