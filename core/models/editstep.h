#pragma once

#include "core/models/documentedits.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace lanyard {

/// One undo step: places, each with what the user had made of it before and after.
class DocumentEdits::Step : public QUndoCommand
{
public:
    struct Place
    {
        Path path;
        State from;
        State to;
    };

    Step(DocumentEdits &user, QList<Place> places, Manner manner);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *command) override;

    void move(const std::function<Path(const Path &)> &to);
    void finishChoice();
    /// Further typing is a separate step.
    void markSent() { m_isSent = true; }
    /// The edits of these paths are now the service's values: reverting one means setting the value before it.
    void land(const std::map<Path, State> &before);

private:
    void show(State Place::*state);
    [[nodiscard]] bool continuesWith(const Step &next) const;

    DocumentEdits &m_user;
    QList<Place> m_places;
    Manner m_manner;
    QElapsedTimer m_sinceLast;
    bool m_isNew = true;
    bool m_isSent = false;
};

} // namespace lanyard
