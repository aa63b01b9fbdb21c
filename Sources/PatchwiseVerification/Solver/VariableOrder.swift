/// The undecided variables by activity, the most active first: a binary heap that knows its places.
struct VariableOrder {
  private var heap: [Int32] = []
  /// Where in the heap a variable stands; -1 if it does not.
  private var places: [Int32] = []
  private(set) var activity: [Double] = []
  private var step = 1.0

  /// How much less the past counts with each conflict.
  private static let decay = 0.95
  private static let largest = 1e100

  /// Adds the variable with the next number.
  mutating func append() {
    places.append(-1)
    activity.append(0)
    insert(activity.count - 1)
  }

  /// Puts a variable back.
  mutating func insert(_ variable: Int) {
    guard places[variable] < 0 else { return }
    places[variable] = Int32(heap.count)
    heap.append(Int32(variable))
    rise(heap.count - 1)
  }

  /// Takes out the most active variable.
  mutating func removeFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    places[Int(first)] = -1
    if !heap.isEmpty {
      heap[0] = last
      places[Int(last)] = 0
      sink(0)
    }
    return Int(first)
  }

  /// Makes a variable that took part in a conflict more active.
  mutating func bump(_ variable: Int) {
    activity[variable] += step
    if activity[variable] > Self.largest {
      for place in activity.indices { activity[place] /= Self.largest }
      step /= Self.largest
    }
    if places[variable] >= 0 { rise(Int(places[variable])) }
  }

  /// Lets all activity so far count less.
  mutating func age() { step /= Self.decay }

  private mutating func rise(_ start: Int) {
    var place = start
    let moved = heap[place]
    while place > 0 {
      let parent = (place - 1) >> 1
      guard activity[Int(heap[parent])] < activity[Int(moved)] else { break }
      set(place, heap[parent])
      place = parent
    }
    set(place, moved)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    let moved = heap[place]
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, activity[Int(heap[child])] < activity[Int(heap[child + 1])] {
        child += 1
      }
      guard activity[Int(moved)] < activity[Int(heap[child])] else { break }
      set(place, heap[child])
      place = child
    }
    set(place, moved)
  }

  private mutating func set(_ place: Int, _ variable: Int32) {
    heap[place] = variable
    places[Int(variable)] = Int32(place)
  }
}
