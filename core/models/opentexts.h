#pragma once

#include "core/document/change.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace lanyard {

/// What stands in open editors and is no edit yet. Only a draft has it, since a crash would lose it: it is no step of
/// undo, and nothing of it is saved.
class OpenTexts : public QObject
{
    Q_OBJECT

public:
    struct Text
    {
        QString text;
        QJsonValue before; ///< the value when it was begun
        bool isInvalid;    ///< which has been said
    };

    using QObject::QObject;

    /// nullopt: nothing does any more. Ends in changed().
    void set(const Path &path, const std::optional<Text> &text);
    [[nodiscard]] const std::map<Path, Text> &all() const { return m_texts; }
    [[nodiscard]] std::set<Path> invalid() const;
    /// To the paths that @p to tells.
    void move(const std::function<Path(const Path &)> &to);
    void clear() { m_texts.clear(); }

Q_SIGNALS:
    void changed();

private:
    std::map<Path, Text> m_texts;
};

} // namespace lanyard
