#pragma once

#include "core/models/documentedits.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace lanyard {

/// One undo step: places, each with its edit before and after (nullopt: none).
class DocumentEdits::Step : public QUndoCommand
{
public:
    struct Place
    {
        Path path;
        std::optional<QJsonValue> from;
        std::optional<QJsonValue> to;
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
    void land(const std::map<Path, QJsonValue> &before);

private:
    void show(std::optional<QJsonValue> Place::*state);
    [[nodiscard]] bool continuesWith(const Step &next) const;

    DocumentEdits &m_user;
    QList<Place> m_places;
    Manner m_manner;
    QElapsedTimer m_sinceLast;
    bool m_isNew = true;
    bool m_isSent = false;
};

} // namespace lanyard
