#include "core/models/editstep.h"

#include "core/models/editvalue.h"

#include <algorithm>

namespace lanyard {

namespace {

// Typing at one place without a longer pause is one undo step.
constexpr qint64 TypingPauseMs = 1000;

} // namespace

DocumentEdits::Step::Step(DocumentEdits &user, QList<Place> places, Manner manner)
    : m_user(user), m_places(std::move(places)), m_manner(manner)
{
    m_sinceLast.start();
}

void DocumentEdits::Step::redo()
{
    show(&Place::to);
    if (!std::exchange(m_isNew, false))
        Q_EMIT m_user.stepped(m_places.first().path);
}

void DocumentEdits::Step::undo()
{
    show(&Place::from);
    Q_EMIT m_user.stepped(m_places.first().path);
}

bool DocumentEdits::Step::mergeWith(const QUndoCommand *command)
{
    const auto *next = static_cast<const Step *>(command);
    if (m_isSent || !continuesWith(*next))
        return false;
    m_sinceLast.start();
    m_manner = next->m_manner;
    for (qsizetype i = 0; i < m_places.size(); ++i)
        m_places[i].to = next->m_places.at(i).to;
    setObsolete(
        std::all_of(m_places.begin(), m_places.end(), [](const Place &place) { return place.from == place.to; }));
    return true;
}

void DocumentEdits::Step::move(const std::function<Path(const Path &)> &to)
{
    for (Place &place : m_places)
        place.path = to(place.path);
}

void DocumentEdits::Step::finishChoice()
{
    if (m_manner == Manner::Choosing)
        m_manner = Manner::Chosen;
}

void DocumentEdits::Step::land(const std::map<Path, State> &before)
{
    for (Place &place : m_places) {
        const auto found = before.find(place.path);
        if (found == before.end() || isFingerprint(*found->second.edit)) // there is no picture to go back to
            continue;
        for (State *state : {&place.from, &place.to}) {
            if (state->edit)
                continue;
            state->edit = found->second.edit;
            state->settingType = found->second.settingType;
        }
    }
}

void DocumentEdits::Step::show(State Place::*state)
{
    for (const Place &place : std::as_const(m_places))
        m_user.apply(place.path, place.*state);
}

bool DocumentEdits::Step::continuesWith(const Step &next) const
{
    const bool isOneAct =
        m_manner == Manner::Choosing ||
        (m_manner == Manner::Typed && next.m_manner == Manner::Typed && m_sinceLast.elapsed() <= TypingPauseMs);
    return isOneAct && std::equal(m_places.begin(), m_places.end(), next.m_places.begin(), next.m_places.end(),
                                  [](const Place &a, const Place &b) { return a.path == b.path; });
}

} // namespace lanyard
