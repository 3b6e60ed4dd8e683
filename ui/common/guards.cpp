#include "ui/common/guards.h"

#include "ui/common/commandkeys.h"
#include "ui/common/dialogsclosed.h"
#include "ui/common/enterkey.h"
#include "ui/common/focusbykeys.h"
#include "ui/common/heldkeys.h"
#include "ui/common/openlistkeys.h"
#include "ui/common/rowmenu.h"
#include "ui/common/transferguard.h"
#include "ui/common/wheelguard.h"

#include <QCoreApplication>

namespace lanyard {

void installGuards(QObject *owner)
{
    for (QObject *guard : QObjectList{new WheelGuard(owner), new TransferGuard(owner), new MenuKey(owner),
                                      new EnterKey(owner), new CommandKeys(owner), new HeldKeys(owner),
                                      new DialogsClosed(owner), new FocusByKeys(owner), new OpenListKeys(owner)})
        QCoreApplication::instance()->installEventFilter(guard);
}

} // namespace lanyard
