#pragma once

#include "core/document/merge.h"

#include <QList>
#include <QString>

#include <utility>

namespace lanyard {

/// The outcome of a save, as far as it concerns the edits.
struct SaveEnd
{
    enum class Kind {
        Answered,   ///< the service now holds `user`, and applied everything sent except `notKept`
        Conflicted, ///< the service holds `user`; nothing was sent
        Failed,     ///< the service did not receive the edits, or refused them
        Unknown,    ///< the outcome is unknown
    };

    Kind kind = Kind::Failed;
    User user = {};
    QList<Change> notKept = {};
    Post post = Post::Answered; ///< what is not kept was refused only if this is Answered; None: nothing was sent
    QList<std::pair<Path, QString>> refusals = {}; ///< the service's messages about single places
};

} // namespace lanyard
