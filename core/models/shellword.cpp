#include "core/models/shellword.h"

using namespace Qt::StringLiterals;

namespace lanyard {

// Within single quotes it takes everything as it stands.
QString shellWord(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace lanyard
