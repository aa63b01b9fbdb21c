% swipl -O swi_prolog.pl -- RULES PEOPLE OUTCOMES

decide(Answers, Held, Level) :-
    maplist(assertz, Answers),
    findall(Rule-L, fired(Rule, L), Held),
    maplist([A]>>(functor(A, Name, 1), functor(Any, Name, 1), retractall(Any)), Answers),
    (   Held == [] -> Level = 0 ; pairs_values(Held, Levels), min_list(Levels, Level) ).

seconds(Goal, Seconds) :-
    get_time(Before), call(Goal), get_time(After),
    Seconds is After - Before.

pass(People, Count, Each) :-
    seconds(forall(member(P, People), decide(P, _, _)), Seconds),
    Each is Seconds / Count.

sum([], Sum, Sum).
sum([Rule-_|More], Sum0, Sum) :-
    sub_atom(Rule, 1, _, 0, Digits), atom_number(Digits, Number),
    Sum1 is ((Sum0 xor (Number - 1)) * 1099511628211) /\ 0xffffffffffffffff,
    sum(More, Sum1, Sum).

write_outcome(Out, Person) :-
    decide(Person, Held, Level), length(Held, Count), sum(Held, 1469598103934665603, Sum),
    format(Out, "~w\t~w\t~w~n", [Level, Count, Sum]).

main :-
    current_prolog_flag(argv, [Rules, Persons, Outcomes]),
    seconds(load_files(Rules, [silent(true)]), Load),
    read_file_to_terms(Persons, Terms, []),
    findall(P, member(p(P), Terms), People), length(People, Count),
    setup_call_cleanup(
        open(Outcomes, write, Out), forall(member(P, People), write_outcome(Out, P)), close(Out)),
    findall(S, (between(1, 7, _), pass(People, Count, S)), Passes), msort(Passes, Sorted),
    nth1(2, Sorted, Low), nth1(4, Sorted, Median), nth1(6, Sorted, High),
    format("{\"load\": ~w, \"low\": ~w, \"median\": ~w, \"high\": ~w}~n", [Load, Low, Median, High]).

:- initialization((main, halt)).
